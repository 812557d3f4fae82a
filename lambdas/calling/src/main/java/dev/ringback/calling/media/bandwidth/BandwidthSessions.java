package dev.ringback.calling.media.bandwidth;

import dev.ringback.calling.Together;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.calling.secret.BandwidthSecret;
import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Calls as Bandwidth WebRTC sessions: three things made in one wave, two joined in a second. */
public final class BandwidthSessions implements MediaProvider {
    private final Limits limits;
    private final Telemetry telemetry;
    private final Connections connections;
    private final Access access;
    private final BandwidthApi api;

    public BandwidthSessions(BandwidthSecret secret, InstantSource clock, Limits limits, Telemetry telemetry) {
        this.limits = limits;
        this.telemetry = telemetry;
        connections = new Connections(limits, clock);
        Wire wire = new Wire(connections, limits, telemetry);
        access = new Access(secret, new TokenEndpoint(wire), clock);
        api = new BandwidthApi(access, wire);
    }

    @Override
    public Created create(String callId) {
        Made made = new Made();
        try {
            return new Created.Ready(create(callId, made, Deadline.in(limits.create())));
        } catch (BandwidthFailure failure) {
            undo(callId, made);
            return new Created.Refused(refusal("mediaNotMade", Map.of("callId", callId), failure));
        } catch (RuntimeException unexpected) {
            undo(callId, made);
            throw unexpected;
        }
    }

    @Override
    public Optional<Refusal> join(Media media) {
        Deadline deadline = Deadline.in(limits.join());
        try {
            check(Together.run(
                    List.of(addition(media, media.caller(), deadline), addition(media, media.callee(), deadline))));
            return Optional.empty();
        } catch (BandwidthFailure failure) {
            return Optional.of(refusal("mediaNotJoined", Map.of("sessionId", media.sessionId()), failure));
        }
    }

    @Override
    public boolean release(Media media) {
        Deadline deadline = Deadline.in(limits.release());
        return allSucceeded(List.of(
                deletion(Made.Kind.SESSION, media.sessionId(), deadline),
                deletion(Made.Kind.PARTICIPANT, media.caller().id(), deadline),
                deletion(Made.Kind.PARTICIPANT, media.callee().id(), deadline)));
    }

    /** Goes the whole way to Bandwidth once, changes nothing there, and keeps neither credentials nor connections. */
    public void prime() {
        try {
            connections.current();
            api.look(UUID.randomUUID().toString(), Deadline.in(limits.create()));
        } catch (BandwidthFailure e) {
            telemetry.event(Telemetry.Level.INFO, "bandwidthNotPrimed", Map.of("reason", e.getMessage()));
        } finally {
            access.forget();
            connections.forget();
        }
    }

    /** Goes the whole way to Bandwidth once and changes nothing there; why it would refuse a call, empty if it would not. */
    public Optional<Refusal> tryOut() {
        try {
            api.tryOut(UUID.randomUUID().toString(), Deadline.in(limits.create()));
            return Optional.empty();
        } catch (BandwidthFailure failure) {
            return Optional.of(new Refusal(failure.kind(), failure.getMessage()));
        }
    }

    private Media create(String callId, Made made, Deadline deadline) throws BandwidthFailure {
        List<Together.Outcome<Object>> wave = Together.run(List.of(
                () -> api.createSession(callId, made, deadline),
                () -> api.createParticipant(callId, made, deadline),
                () -> api.createParticipant(callId, made, deadline)));
        check(wave);
        var caller = (Media.Participant) wave.get(1).value();
        var callee = (Media.Participant) wave.get(2).value();
        return new Media((String) wave.get(0).value(), caller, callee);
    }

    private Callable<Boolean> addition(Media media, Media.Participant participant, Deadline deadline) {
        return () -> {
            api.addParticipant(media.sessionId(), participant, deadline);
            return true;
        };
    }

    private static <T> void check(List<Together.Outcome<T>> wave) throws BandwidthFailure {
        List<Exception> failures = wave.stream()
                .filter(outcome -> !outcome.succeeded())
                .map(Together.Outcome::failure)
                .toList();
        for (Exception failure : failures) {
            if (!(failure instanceof BandwidthFailure)) {
                throw new IllegalStateException("setting up a call at Bandwidth", failure);
            }
        }
        var worst =
                failures.stream().map(BandwidthFailure.class::cast).min(Comparator.comparing(BandwidthFailure::kind));
        if (worst.isPresent()) {
            throw worst.get();
        }
    }

    private Refusal refusal(String event, Map<String, String> subject, BandwidthFailure failure) {
        Map<String, String> fields = new HashMap<>(subject);
        fields.put("kind", failure.kind().name());
        fields.put("reason", failure.getMessage());
        telemetry.event(Telemetry.Level.WARN, event, fields);
        return new Refusal(failure.kind(), failure.getMessage());
    }

    private void undo(String callId, Made made) {
        Deadline deadline = Deadline.in(limits.undo());
        List<Made.Thing> things = made.things();
        boolean undone = allSucceeded(
                things.stream().map(thing -> deletion(thing, deadline)).toList());
        if (!undone) {
            telemetry.event(Telemetry.Level.WARN, "mediaLeftBehind", Map.of("callId", callId, "made", things.size()));
            telemetry.count(Metric.MEDIA_LEFT_BEHIND, Map.of());
        }
    }

    private Callable<Boolean> deletion(Made.Thing thing, Deadline deadline) {
        return () -> {
            try {
                var id = thing.idBy(deadline);
                return id.isEmpty()
                        || deletion(thing.kind(), id.get(), deadline).call();
            } catch (TimeoutException | ExecutionException e) {
                // Perhaps it was made, and nobody knows its id.
                thing.id().cancel(true);
                return false;
            }
        };
    }

    private Callable<Boolean> deletion(Made.Kind kind, String id, Deadline deadline) {
        return () -> {
            api.delete(kind, id, deadline);
            return true;
        };
    }

    private static boolean allSucceeded(List<Callable<Boolean>> tasks) {
        return Together.run(tasks).stream().allMatch(outcome -> outcome.succeeded() && outcome.value());
    }
}
