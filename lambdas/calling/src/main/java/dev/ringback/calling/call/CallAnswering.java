package dev.ringback.calling.call;

import dev.ringback.calling.call.CallStore.Answer;
import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.call.CallStore.Takeover;
import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Answers calls for their callee, on whichever of his devices; of many answers the first one wins. */
public final class CallAnswering {
    private final CallStore calls;
    private final CallEnding ending;
    private final CallTimes times;
    private final Clock clock;
    private final Telemetry telemetry;

    public CallAnswering(CallStore calls, CallEnding ending, CallTimes times, Clock clock, Telemetry telemetry) {
        this.calls = calls;
        this.ending = ending;
        this.times = times;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    /** What became of an answer. */
    public sealed interface Answering {
        /** @param call answered now, or before by this same device, whose answer got lost */
        record Answered(Call call) implements Answering {}

        /** There is no such call for this device. */
        record NotFound() implements Answering {}

        /** The call is over, another device has answered, or the one who called tries to. */
        record Illegal(CallState state) implements Answering {}

        /** The device is in another call. */
        record Busy() implements Answering {}
    }

    /**
     * @param owner whose device it is, from the verified token
     * @throws dev.ringback.calling.ContendedException if it could not be written; nothing was changed
     */
    public Answering answer(String callId, String clientId, String owner) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Answer answer = new Answer(callId, clientId, owner, now, rungUntilAtLeast(now), now.plus(times.callLease()));
        return decided(calls.answer(answer), answer);
    }

    private Answering decided(Changing changing, Answer answer) {
        return switch (changing) {
            case Changing.Changed(Call call) -> answered(call);
            case Changing.Unknown() -> new Answering.NotFound();
            case Changing.Refused(Call call) ->
                mayTakeOver(call, answer) ? takenOver(call, answer) : refused(call, answer);
        };
    }

    private Answering answered(Call call) {
        telemetry.count(Metric.CALLS_ANSWERED, Map.of());
        return new Answering.Answered(call);
    }

    /** Where phones join without a word nobody knows when a call is missed, so no answer is too late. */
    private Instant rungUntilAtLeast(Instant now) {
        return times.answersAreTold() ? now.minus(CallTimes.GRACE) : Instant.EPOCH;
    }

    /** Another device of the callee's than the dialed one, in time. */
    private static boolean mayTakeOver(Call call, Answer answer) {
        return call.state() == CallState.RINGING
                && call.parties().actor(answer.clientId(), answer.owner()).equals(Optional.of(Actor.CALLEE))
                && !call.parties().names(answer.clientId())
                && !call.ringUntil().isBefore(answer.rungUntilAtLeast());
    }

    private Answering takenOver(Call call, Answer answer) {
        return switch (calls.takeOver(call, answer)) {
            case Takeover.Decided(Changing.Changed(Call answered)) -> answered(answered);
            case Takeover.Decided(Changing.Refused(Call other)) -> refused(other, answer);
            case Takeover.Decided(Changing.Unknown()) -> new Answering.NotFound();
            case Takeover.DeviceNotFound() -> new Answering.NotFound();
            case Takeover.DeviceTaken() -> new Answering.Busy();
        };
    }

    private Answering refused(Call call, Answer answer) {
        Parties parties = call.parties();
        if (!parties.concerns(answer.clientId(), answer.owner())) {
            return new Answering.NotFound();
        }
        if (parties.isCaller(answer.clientId()) || call.state().isFinal()) {
            return new Answering.Illegal(call.state());
        }
        if (call.state() == CallState.RINGING) {
            return tooLate(call, answer.at());
        }
        return parties.stillHas(answer.clientId()) ? new Answering.Answered(call) : new Answering.Illegal(call.state());
    }

    /** It rings on only because nobody has noticed yet that its time is over. */
    private Answering tooLate(Call call, Instant now) {
        Overdue overdue = Overdue.unanswered(now);
        return switch (ending.end(call, overdue.transition(), overdue.change())) {
            case Changing.Changed(Call ended) -> new Answering.Illegal(ended.state());
            case Changing.Refused(Call other) -> new Answering.Illegal(other.state());
            case Changing.Unknown() -> new Answering.NotFound();
        };
    }
}
