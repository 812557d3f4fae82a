package dev.ringback.operations.doctor;

import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.Notice;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.pushnotifier.push.PushSender;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rings one phone, for a call that there is not: an app that asks about it learns so, and stops. */
public final class TestPush implements Check {
    private static final Duration RING = Duration.ofSeconds(15);

    private final Target target;
    private final PushSender sender;
    private final InstantSource clock;

    /** @param channel {@code GCM}, {@code APNS_VOIP} … */
    public record Target(String channel, String token) {
        /** Without the token, which is for nobody's log. */
        @Override
        public String toString() {
            return "Target[channel=" + channel + "]";
        }
    }

    public TestPush(Target target, PushSender sender, InstantSource clock) {
        this.target = target;
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "test push " + target.channel();
    }

    @Override
    public List<Line> look() {
        return List.of(new Line(subject(), channel().map(this::send).orElseGet(TestPush::noChannel)));
    }

    private Optional<NotifyType> channel() {
        return Arrays.stream(NotifyType.values())
                .filter(type -> type.name().equals(target.channel()))
                .findFirst();
    }

    private static Finding noChannel() {
        return new Finding.Wrong("there is no such channel; take one of " + Arrays.toString(NotifyType.values()));
    }

    private Finding send(NotifyType channel) {
        String nobody = UUID.randomUUID().toString();
        Instant now = clock.instant();
        Notice notice = new Notice(nobody, nobody, Optional.of("Ringback test"), now, now.plus(RING));
        Address address = new Address(nobody, channel, target.token());
        return finding(sender.send(List.of(address), new Push.IncomingCall(notice, Optional.empty()))
                .get(address));
    }

    private static Finding finding(PushOutcome outcome) {
        String detail = " (" + outcome.detail() + ")";
        return switch (outcome) {
            case PushOutcome.Accepted _ -> new Finding.Ok("accepted; the phone rings within seconds");
            case PushOutcome.TokenDead _ ->
                new Finding.Wrong("the token is dead" + detail + ": take the one that the app has now");
            case PushOutcome.WrongForChannel _ ->
                new Finding.Wrong("the token is of another channel, app or environment" + detail);
            case PushOutcome.Misconfigured _ ->
                new Finding.Wrong("refused" + detail + ": check the channel's credentials (docs/push.md)");
            case PushOutcome.Retryable _, PushOutcome.Unanswered _, PushOutcome.Unknown _ ->
                new Finding.Unknown("not certain" + detail + ": try again");
        };
    }
}
