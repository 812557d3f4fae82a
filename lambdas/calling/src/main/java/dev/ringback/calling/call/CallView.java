package dev.ringback.calling.call;

import java.time.Instant;
import java.util.Optional;

/**
 * A call as its parties see it. Times are ISO 8601.
 *
 * @param answeredBy the device of the callee's that talks, which need not be the one that was dialed
 */
public record CallView(
        String callId,
        CallState state,
        Optional<String> reason,
        String callerId,
        String calleeId,
        Optional<String> answeredBy,
        String startedAt,
        String ringUntil,
        Optional<String> answeredAt,
        Optional<String> endedAt) {
    public static CallView of(Call call) {
        return of(call.id(), call.state(), call.change().reason(), call.parties(), call.timeline());
    }

    public static CallView of(CallHistory.Entry entry) {
        return of(entry.callId(), entry.state(), entry.reason(), entry.parties(), entry.timeline());
    }

    private static CallView of(
            String callId, CallState state, Optional<String> reason, Parties parties, Timeline timeline) {
        return new CallView(
                callId,
                state,
                reason,
                parties.callerId(),
                parties.calleeId(),
                parties.answeredBy(),
                timeline.startedAt().toString(),
                timeline.ringUntil().toString(),
                timeline.answeredAt().map(Instant::toString),
                timeline.endedAt().map(Instant::toString));
    }
}
