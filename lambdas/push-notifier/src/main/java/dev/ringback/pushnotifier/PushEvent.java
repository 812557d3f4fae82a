package dev.ringback.pushnotifier;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** What the function is invoked with. */
sealed interface PushEvent {
    String callId();

    /** Of the request that made the call; for a call that is to ring, its item tells. */
    Optional<String> traceId();

    /** From whoever sets up a call. */
    record Ring(String callId) implements PushEvent {
        @Override
        public Optional<String> traceId() {
            return Optional.empty();
        }
    }

    /** From the event bus. */
    record Stop(CallChange change) implements PushEvent {
        @Override
        public String callId() {
            return change.callId();
        }

        @Override
        public Optional<String> traceId() {
            return change.traceId();
        }
    }

    /** @throws PushFailedException if it is neither */
    static PushEvent read(ObjectMapper json, byte[] text) throws IOException {
        JsonNode event;
        try {
            event = json.readTree(text);
        } catch (JacksonException e) {
            throw new PushFailedException("the event is not JSON");
        }
        if (event.has("detail-type")) {
            return new Stop(CallChange.read(event.path("detail")));
        }
        JsonNode callId = event.path("callId");
        if (!callId.isTextual() || callId.asText().isBlank()) {
            throw new PushFailedException("the event has no callId");
        }
        return new Ring(callId.asText());
    }
}
