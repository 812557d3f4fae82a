package dev.ringback.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Bandwidth's live sessions and participants, and the faults put into it. */
record Sessions(String url) {
    JsonNode state() throws Exception {
        return Http.get(url + "/_state").body();
    }

    /** The session made for a call: its tag is the call's id. */
    List<JsonNode> taggedWith(String callId) throws Exception {
        return StreamSupport.stream(state().path("sessions").spliterator(), false)
                .filter(session -> session.path("tag").asText().equals(callId))
                .toList();
    }

    boolean isEmpty() throws Exception {
        JsonNode state = state();
        return state.path("sessions").isEmpty() && state.path("participants").isEmpty();
    }

    /** Media is released a moment after its call has ended. */
    void awaitEmpty() throws Exception {
        Eventually.holds("Bandwidth is empty", this::isEmpty);
    }

    /** @param fault as {@code POST _faults} takes it */
    void fail(String fault) throws Exception {
        Http.Answer answer = Http.post(url + "/_faults", fault);
        if (answer.status() >= 300) {
            throw new AssertionError("fault refused: " + answer);
        }
    }

    void heal() throws Exception {
        fail("{\"clear\":true}");
    }
}
