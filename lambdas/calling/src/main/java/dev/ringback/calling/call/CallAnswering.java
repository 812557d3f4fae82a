package dev.ringback.calling.call;

import dev.ringback.calling.call.CallStore.Answer;
import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.telemetry.Telemetry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Answers calls for their callee; of many answers the first one wins. */
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

        /** The call is over, or the one who called tries to answer it. */
        record Illegal(CallState state) implements Answering {}
    }

    /**
     * @param owner whose device it is, from the verified token
     * @throws dev.ringback.calling.ContendedException if it could not be written; nothing was changed
     */
    public Answering answer(String callId, String clientId, String owner) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Answer answer = new Answer(callId, clientId, owner, now, rungUntilAtLeast(now), now.plus(times.callLease()));
        return switch (calls.answer(answer)) {
            case Changing.Changed(Call call) -> {
                telemetry.count("CallsAnswered", Map.of());
                yield new Answering.Answered(call);
            }
            case Changing.Unknown() -> new Answering.NotFound();
            case Changing.Refused(Call call) -> refused(call, call.parties().actor(clientId, owner), now);
        };
    }

    /** Where phones join without a word nobody knows when a call is missed, so no answer is too late. */
    private Instant rungUntilAtLeast(Instant now) {
        return times.answersAreTold() ? now.minus(CallTimes.GRACE) : Instant.EPOCH;
    }

    private Answering refused(Call call, Optional<Actor> actor, Instant now) {
        if (actor.isEmpty()) {
            return new Answering.NotFound();
        }
        if (actor.get() == Actor.CALLER || call.state().isFinal()) {
            return new Answering.Illegal(call.state());
        }
        return call.state() == CallState.ANSWERED ? new Answering.Answered(call) : tooLate(call, now);
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
