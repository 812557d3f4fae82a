package dev.ringback.calling.call;

import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.calling.call.CallStore.Ending;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Ends calls whole: the call's state first, which decides between two at once, then devices and media at the same time. */
public final class CallEnding {
    private final CallStore calls;
    private final MediaProvider mediaProvider;
    private final Clock clock;
    private final Telemetry telemetry;

    public CallEnding(CallStore calls, MediaProvider mediaProvider, Clock clock, Telemetry telemetry) {
        this.calls = calls;
        this.mediaProvider = mediaProvider;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    /**
     * Ends a call, or completes what is left of an end that was begun. Devices or media that could not be released do not
     * undo the end: the next reservation frees the devices, and the call keeps the media's ids.
     *
     * @return true if this ended it, false if it was over or there is no such call
     * @throws dev.ringback.calling.ContendedException if the state could not be written; nothing was changed
     */
    public boolean end(String callId) {
        return switch (calls.end(callId, CallState.ENDED, clock.instant())) {
            case Ending.Ended(Call call) -> {
                release(call, call.media());
                yield true;
            }
            case Ending.AlreadyOver(Call call) -> {
                release(call, call.media());
                yield false;
            }
            case Ending.Unknown() -> false;
        };
    }

    /**
     * Undoes a call that could not be set up. Never throws: whatever cannot be undone now ends with the reservation's lease.
     *
     * @param media what the provider made for it, stored with the call or not
     */
    public void fail(Call call, Optional<Media> media) {
        try {
            calls.end(call.id(), CallState.FAILED, clock.instant());
        } catch (RuntimeException e) {
            report("callNotEnded", call.id(), e);
        }
        release(call, media);
    }

    private void release(Call call, Optional<Media> media) {
        List<Callable<Void>> releases = new ArrayList<>();
        releases.add(() -> {
            calls.release(call);
            return null;
        });
        media.ifPresent(made -> releases.add(() -> releaseMedia(call.id(), made)));
        Together.run(releases).stream()
                .map(Outcome::failure)
                .filter(failure -> failure != null)
                .forEach(failure -> report("callNotReleased", call.id(), failure));
    }

    private Void releaseMedia(String callId, Media media) {
        if (!mediaProvider.release(media)) {
            telemetry.event(Level.WARN, "mediaNotReleased", Map.of("callId", callId, "sessionId", media.sessionId()));
            telemetry.count("MediaLeftBehind", Map.of());
        }
        return null;
    }

    private void report(String event, String callId, Exception failure) {
        telemetry.event(
                Level.ERROR,
                event,
                Map.of("callId", callId, "failure", failure.getClass().getSimpleName()));
    }
}
