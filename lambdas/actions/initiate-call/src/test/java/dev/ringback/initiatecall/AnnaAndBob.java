package dev.ringback.initiatecall;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.Transition;
import java.util.List;
import java.util.Map;

/** Two users with a phone each, who call each other by one and the same request. */
final class AnnaAndBob {
    final InMemoryBackend backend;
    final LoadedActions actions;
    final String anna;
    final String bob;

    AnnaAndBob(InMemoryBackend backend) {
        this.backend = backend;
        actions = new LoadedActions(backend);
        anna = backend.device("anna");
        bob = backend.device("bob");
    }

    JsonNode annaCallsBob() {
        return actions.answer("anna", "initiateCall", fields(anna, bob));
    }

    JsonNode bobCallsAnna() {
        return actions.answer("bob", "initiateCall", fields(bob, anna));
    }

    /** What Anna gets who calls Bob. */
    ErrorCode refusal() {
        return actions.refusal("anna", "initiateCall", fields(anna, bob));
    }

    List<Call> made() {
        return ((InMemoryCallStore) backend.calls).all();
    }

    void end(JsonNode answer, Transition transition) {
        Call call = backend.calls.find(answer.get("callId").textValue()).orElseThrow();
        backend.calls.end(call, transition, Change.bySystem("test", backend.clock.instant()));
    }

    static Map<String, String> fields(String callerId, String calleeId) {
        return Map.of("callerId", callerId, "calleeId", calleeId, "requestId", "request-1");
    }
}
