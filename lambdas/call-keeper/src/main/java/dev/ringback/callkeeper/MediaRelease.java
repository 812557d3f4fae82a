package dev.ringback.callkeeper;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Releases what a call that is over holds at the media provider. */
final class MediaRelease {
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    /** After so long Bandwidth removes a session by itself. */
    private static final Duration REMOVED_AFTER = Duration.ofHours(9);

    private final CallStore calls;
    private final MediaProvider provider;
    private final InstantSource clock;
    private final Telemetry telemetry;

    MediaRelease(CallStore calls, MediaProvider provider, InstantSource clock, Telemetry telemetry) {
        this.calls = calls;
        this.provider = provider;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    Outcome of(Call call) {
        if (!call.state().isFinal() || call.leaseUntil().isEmpty()) {
            return Outcome.UNCHANGED;
        }
        if (call.media().isEmpty()) {
            calls.released(call);
            return Outcome.RELEASED;
        }
        if (provider.release(call.media().get())) {
            calls.released(call);
            telemetry.count(Metric.MEDIA_RELEASED, Map.of());
            return Outcome.RELEASED;
        }
        return notReleased(call, clock.instant());
    }

    private Outcome notReleased(Call call, Instant now) {
        Duration over = Duration.between(call.change().at(), now);
        if (over.compareTo(REMOVED_AFTER) >= 0) {
            calls.released(call);
            telemetry.event(Level.WARN, "mediaAbandoned", Map.of("callId", call.id()));
            telemetry.count(Metric.MEDIA_ABANDONED, Map.of());
            return Outcome.ABANDONED;
        }
        calls.postponeRelease(call.id(), now.plus(pause(over)));
        return Outcome.LEFT_BEHIND;
    }

    /** The longer the call has been over, the longer: those that cannot be released do not keep others waiting. */
    private static Duration pause(Duration over) {
        if (over.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return over.compareTo(LONGEST_PAUSE) < 0 ? over : LONGEST_PAUSE;
    }
}
