package dev.ringback.calling.call;

import dev.ringback.calling.call.CallStore.Reservation.AlreadyMade;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Requests' pins in a map. */
final class InMemoryRequestPins {
    private final Map<String, Pinned> pins = new HashMap<>();

    private record Pinned(AlreadyMade made, Instant until) {}

    Optional<AlreadyMade> find(RequestPin pin, Instant now) {
        return Optional.ofNullable(pins.get(pin.key()))
                .filter(held -> held.until().isAfter(now))
                .map(Pinned::made)
                .filter(made -> !pin.instead().equals(Optional.of(made.callId())));
    }

    void put(RequestPin pin, String callId) {
        put(pin, callId, Optional.empty());
    }

    void keepAnswer(RequestPin pin, String callId, String token, Instant now) {
        if (find(pin, now).filter(made -> !made.callId().equals(callId)).isEmpty()) {
            put(pin, callId, Optional.of(token));
        }
    }

    private void put(RequestPin pin, String callId, Optional<String> token) {
        pins.put(pin.key(), new Pinned(new AlreadyMade(callId, token), pin.until()));
    }
}
