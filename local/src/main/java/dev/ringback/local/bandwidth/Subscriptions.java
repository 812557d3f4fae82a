package dev.ringback.local.bandwidth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Whom a participant hears: listed participants, or the whole session with whoever joins later, or nobody. */
record Subscriptions(Optional<String> sessionId, List<To> participants) {
    static final Subscriptions NONE = new Subscriptions(Optional.empty(), List.of());

    /** @param streamAliases empty is all of the participant's streams */
    record To(String participantId, List<String> streamAliases) {}

    static Subscriptions of(JsonNode body) {
        Optional<String> session = Fields.text(body, "sessionId");
        List<To> participants = new ArrayList<>();
        for (JsonNode entry : Fields.list(body, "participants")) {
            String id = Fields.text(entry, "participantId")
                    .orElseThrow(() -> new ApiError(400, "participantId is required"));
            participants.add(new To(id, Fields.texts(entry, "streamAliases")));
        }
        return new Subscriptions(session, List.copyOf(participants));
    }

    boolean isEmpty() {
        return sessionId.isEmpty() && participants.isEmpty();
    }

    /** What is left of it when only these participants are in the session. */
    Subscriptions amongst(Predicate<String> present) {
        if (participants.isEmpty()) {
            return this;
        }
        List<To> left = participants.stream()
                .filter(to -> present.test(to.participantId()))
                .toList();
        // A list that has run empty must not turn into a subscription to the whole session.
        return left.isEmpty() ? NONE : new Subscriptions(sessionId, left);
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        sessionId.ifPresent(id -> node.put("sessionId", id));
        if (!participants.isEmpty()) {
            ArrayNode list = node.putArray("participants");
            for (To to : participants) {
                ObjectNode entry = list.addObject().put("participantId", to.participantId());
                if (!to.streamAliases().isEmpty()) {
                    to.streamAliases().forEach(entry.putArray("streamAliases")::add);
                }
            }
        }
        return node;
    }
}
