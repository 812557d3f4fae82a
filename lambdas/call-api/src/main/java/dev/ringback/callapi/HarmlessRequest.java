package dev.ringback.callapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.actionkit.Caller;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A request that can change nothing, because the devices and calls it names do not exist; yet it takes the whole way to the
 * database.
 *
 * @param idFields the fields that hold ids
 */
record HarmlessRequest(String action, List<String> idFields) {
    private static final int NOT_FOUND = 404;

    static List<HarmlessRequest> all() {
        return List.of(
                new HarmlessRequest("initiateCall", List.of("callerId", "calleeId")),
                new HarmlessRequest("answerCall", List.of("clientId", "callId")),
                new HarmlessRequest("declineCall", List.of("clientId", "callId")),
                new HarmlessRequest("endCall", List.of("clientId")),
                new HarmlessRequest("getCall", List.of("clientId", "callId")),
                new HarmlessRequest("listCalls", List.of("clientId")));
    }

    /** @throws IllegalStateException if it is not refused as it should be */
    void sendTo(Function<HttpEvent, HttpAnswer> api) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("action", action);
        idFields.forEach(field -> body.put(field, UUID.randomUUID().toString()));
        Caller nobody = new Caller(UUID.randomUUID().toString());
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        int status = api.apply(new HttpEvent(Optional.of(nobody), Optional.empty(), bytes, "priming"))
                .status();
        if (status != NOT_FOUND) {
            throw new IllegalStateException(action + " answered " + status);
        }
    }
}
