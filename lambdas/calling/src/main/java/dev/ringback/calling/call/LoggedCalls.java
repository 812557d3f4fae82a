package dev.ringback.calling.call;

import dev.ringback.calling.media.Media;
import dev.ringback.telemetry.JsonTelemetry;
import dev.ringback.telemetry.Telemetry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the log which call is being worked on, as soon as the store knows: lines about a call carry its id, and the trace of the
 * request that made it, in whichever function.
 */
public final class LoggedCalls implements CallStore {
    private final CallStore calls;
    private final Telemetry telemetry;

    public LoggedCalls(CallStore calls, Telemetry telemetry) {
        this.calls = calls;
        this.telemetry = telemetry;
    }

    @Override
    public Optional<Call> find(String callId) {
        Optional<Call> found = calls.find(callId);
        found.ifPresent(this::log);
        return found;
    }

    @Override
    public Reservation reserve(NewCall call) {
        log(call.call());
        return calls.reserve(call);
    }

    @Override
    public Changing answer(Answer answer) {
        Changing changing = calls.answer(answer);
        switch (changing) {
            case Changing.Changed(Call call) -> log(call);
            case Changing.Refused(Call call) -> log(call);
            case Changing.Unknown() -> {}
        }
        return changing;
    }

    private void log(Call call) {
        Map<String, String> fields = new HashMap<>(Map.of("callId", call.id()));
        call.noted().traceId().ifPresent(trace -> fields.put(JsonTelemetry.TRACE_ID, trace));
        telemetry.about(fields);
    }

    @Override
    public void count(CallRate rate) {
        calls.count(rate);
    }

    @Override
    public void keepAnswer(RequestPin pin, String callId, String token, Instant now) {
        calls.keepAnswer(pin, callId, token, now);
    }

    @Override
    public Optional<Call> recordMedia(Call begun, String calleeOwner, Media media, Instant at, Instant leaseUntil) {
        return calls.recordMedia(begun, calleeOwner, media, at, leaseUntil);
    }

    @Override
    public boolean keepMedia(String callId, Media media, Instant releaseFrom) {
        return calls.keepMedia(callId, media, releaseFrom);
    }

    @Override
    public Takeover takeOver(Call seen, Answer answer) {
        return calls.takeOver(seen, answer);
    }

    @Override
    public Optional<Set<String>> decline(String callId, String clientId) {
        return calls.decline(callId, clientId);
    }

    @Override
    public Changing end(Call seen, Transition transition, Change change) {
        return calls.end(seen, transition, change);
    }

    @Override
    public void renewLease(String callId, Instant leaseUntil) {
        calls.renewLease(callId, leaseUntil);
    }

    @Override
    public void postponeRelease(String callId, Instant until) {
        calls.postponeRelease(callId, until);
    }

    @Override
    public void released(Call call) {
        calls.released(call);
    }

    @Override
    public void note(String callId, List<CallTimeline.Entry> entries) {
        calls.note(callId, entries);
    }

    @Override
    public List<String> overdue(Instant now, int limit) {
        return calls.overdue(now, limit);
    }
}
