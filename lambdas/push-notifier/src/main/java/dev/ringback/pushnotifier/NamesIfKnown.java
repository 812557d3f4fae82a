package dev.ringback.pushnotifier;

import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Trace;
import java.util.Map;
import java.util.Optional;

/** Names as far as they can be read: a push without a name is better than none. */
final class NamesIfKnown implements CallerNames {
    private final CallerNames names;
    private final Telemetry telemetry;

    NamesIfKnown(CallerNames names, Telemetry telemetry) {
        this.names = names;
        this.telemetry = telemetry;
    }

    @Override
    public Optional<String> nameOf(String callerId, String owner) {
        try {
            return names.nameOf(callerId, owner);
        } catch (RuntimeException e) {
            telemetry.event(Telemetry.Level.WARN, "directoryNotRead", Map.of("exception", Trace.of(e)));
            return Optional.empty();
        }
    }
}
