package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.Notice;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.PushOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryTest {
    private static final PushOutcome BUSY = new PushOutcome.Retryable("THROTTLED 429");
    private static final PushOutcome SILENCE = new PushOutcome.Unanswered("silence");
    private static final Address PHONE = new Address("client-1", NotifyType.GCM, "phone");
    private static final Address TABLET = new Address("client-2", NotifyType.APNS, "tablet");

    private final FixedClock clock = new FixedClock();
    private final Instant expiresAt = clock.instant().plusSeconds(45);
    private final ScriptedSender sender = new ScriptedSender();
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void sendsToAllAtOnce() throws Exception {
        deliver();
        assertThat(sender.sent).hasSize(1);
        assertThat(sender.sent.getFirst().addresses()).containsExactly(PHONE, TABLET);
    }

    @Test
    void sendsNothingToNobody() throws Exception {
        assertThat(new Delivery(sender, clock, clock::advance).deliver(List.of(), this::push))
                .isEmpty();
        assertThat(sender.sent).isEmpty();
    }

    @Test
    void sendsAgainWhenTheServiceIsBusy() throws Exception {
        sender.answer("phone", BUSY, BUSY);
        assertThat(deliver().get(PHONE)).isInstanceOf(PushOutcome.Accepted.class);
    }

    @Test
    void sendsAgainWhenTheServiceDoesNotAnswer() throws Exception {
        sender.answer("phone", SILENCE, SILENCE);
        assertThat(deliver().get(PHONE)).isInstanceOf(PushOutcome.Accepted.class);
    }

    @Test
    void sendsAgainOnlyToThoseWhomItHasNotReached() throws Exception {
        sender.answer("tablet", BUSY);
        deliver();
        assertThat(sender.sent)
                .extracting(ScriptedSender.Sent::addresses)
                .containsExactly(List.of(PHONE, TABLET), List.of(TABLET));
    }

    @Test
    void keepsTheOutcomeOfThoseWhoAreDone() throws Exception {
        sender.answer("phone", new PushOutcome.TokenDead("gone"));
        sender.answer("tablet", BUSY);
        assertThat(deliver()).containsEntry(PHONE, new PushOutcome.TokenDead("gone"));
    }

    @Test
    void givesUpAfterThreeTimes() throws Exception {
        sender.answer("phone", Collections.nCopies(5, BUSY).toArray(PushOutcome[]::new));
        assertThat(deliver()).containsEntry(PHONE, BUSY);
        assertThat(sender.sent).hasSize(3);
    }

    @Test
    void sendsAtMostOnceMoreWhenNothingIsKnown() throws Exception {
        sender.answer("phone", new PushOutcome.Unknown("?"), new PushOutcome.Unknown("?"));
        deliver();
        assertThat(sender.sent).hasSize(2);
    }

    @Test
    void aBusyServiceDoesNotUndoAPushThatMayHaveArrived() throws Exception {
        sender.answer("phone", SILENCE, BUSY, BUSY);
        assertThat(deliver()).containsEntry(PHONE, SILENCE);
    }

    static List<PushOutcome> finalOutcomes() {
        return List.of(
                new PushOutcome.TokenDead("x"),
                new PushOutcome.WrongForChannel("x"),
                new PushOutcome.Misconfigured("x"));
    }

    @ParameterizedTest
    @MethodSource("finalOutcomes")
    void neverRepeatsWhatCannotPass(PushOutcome outcome) throws Exception {
        sender.answer("phone", outcome);
        assertThat(deliver()).containsEntry(PHONE, outcome);
        assertThat(sender.sent).hasSize(1);
    }

    @Test
    void waitsLongerEachTime() throws Exception {
        sender.answer("phone", BUSY, BUSY);
        deliver();
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(pauses.get(1)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
    }

    @Test
    void doesNotSendAgainWhatIsWorthNothingByThen() throws Exception {
        clock.advance(Duration.ofSeconds(45).minusMillis(150));
        sender.answer("phone", BUSY);
        deliver();
        assertThat(sender.sent).hasSize(1);
    }

    @Test
    void tellsAtEachAttemptHowLongIsLeft() throws Exception {
        sender.answer("phone", BUSY);
        deliver();
        assertThat(sender.sent.get(1).push().notice().timeToLive()).isLessThan(Duration.ofSeconds(45));
    }

    private Map<Address, PushOutcome> deliver() throws InterruptedException {
        return new Delivery(sender, clock, time -> {
                    pauses.add(time);
                    clock.advance(time);
                })
                .deliver(List.of(PHONE, TABLET), this::push);
    }

    private Push push(Instant now) {
        return new Push.MissedCall(new Notice("call-1", "caller-1", Optional.empty(), now, expiresAt));
    }
}
