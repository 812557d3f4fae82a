package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.Pause;
import dev.ringback.pushnotifier.push.PushOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeliveryTest {
    private static final PushOutcome BUSY = new PushOutcome.Retryable("THROTTLED 429");

    private final RingingCall ringing = new RingingCall();
    private final ScriptedSender sender = new ScriptedSender();
    private final List<Duration> pauses = new ArrayList<>();
    private boolean withToken;

    @Test
    void saysWhoCallsAndForHowLong() throws Exception {
        deliver();
        var push = sender.sent.getFirst().push();
        assertThat(push.callId()).isEqualTo(ringing.call.id());
        assertThat(push.callerName()).contains("Ada");
        assertThat(push.expiresAt()).isEqualTo(ringing.call.ringUntil());
    }

    @Test
    void carriesNoCredential() throws Exception {
        deliver();
        assertThat(sender.sent.getFirst().push().joinToken()).isEmpty();
    }

    @Test
    void carriesWhatTheCalleeJoinsWithForAppsThatDoNotAnswer() throws Exception {
        withToken = true;
        deliver();
        assertThat(sender.sent.getFirst().push().joinToken()).contains(ringing.calleeToken);
    }

    @Test
    void sendsOnceWhenItIsAccepted() throws Exception {
        deliver();
        assertThat(sender.sent).hasSize(1);
    }

    @Test
    void sendsAgainWhenTheServiceIsBusy() throws Exception {
        sender.answer(BUSY, BUSY);
        assertThat(deliver()).isInstanceOf(PushOutcome.Accepted.class);
    }

    @Test
    void sendsAgainWhenTheServiceDoesNotAnswer() throws Exception {
        sender.answer(new PushOutcome.Unanswered("silence"), new PushOutcome.Unanswered("silence"));
        assertThat(deliver()).isInstanceOf(PushOutcome.Accepted.class);
    }

    @Test
    void givesUpAfterThreeTimes() throws Exception {
        sender.answer(Collections.nCopies(5, BUSY).toArray(PushOutcome[]::new));
        assertThat(deliver()).isEqualTo(BUSY);
        assertThat(sender.sent).hasSize(3);
    }

    @Test
    void sendsAtMostOnceMoreWhenNothingIsKnown() throws Exception {
        sender.answer(new PushOutcome.Unknown("?"), new PushOutcome.Unknown("?"));
        deliver();
        assertThat(sender.sent).hasSize(2);
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
        sender.answer(outcome);
        assertThat(deliver()).isEqualTo(outcome);
        assertThat(sender.sent).hasSize(1);
    }

    @Test
    void waitsLongerEachTime() throws Exception {
        sender.answer(BUSY, BUSY);
        deliver();
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        assertThat(pauses.get(1)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
    }

    @Test
    void doesNotSendAgainAfterTheRing() throws Exception {
        ringing.clock.advance(Duration.ofSeconds(45).minusMillis(150));
        sender.answer(BUSY);
        deliver();
        assertThat(sender.sent).hasSize(1);
    }

    @Test
    void tellsEachAttemptsPhoneHowLongIsLeft() throws Exception {
        sender.answer(BUSY);
        deliver();
        assertThat(sender.sent.get(1).push().timeToLive()).isLessThan(Duration.ofSeconds(45));
    }

    private PushOutcome deliver() throws InterruptedException {
        Pause pause = time -> {
            pauses.add(time);
            ringing.clock.advance(time);
        };
        return new Delivery(sender, withToken, ringing.clock, pause)
                .deliver(ringing.call, ringing.callee, Optional.of("Ada"));
    }
}
