package dev.ringback.callapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A request that can change nothing, because the devices it names do not exist; yet it takes the whole way to the database.
 *
 * @param idFields the fields that hold device ids
 */
record HarmlessRequest(String action, List<String> idFields) {
    static List<HarmlessRequest> all() {
        return List.of(
                new HarmlessRequest("initiateCall", List.of("callerId", "calleeId")),
                new HarmlessRequest("endCall", List.of("clientId")));
    }

    /** @throws IllegalStateException if it is not refused as it should be */
    void sendTo(Function<HttpEvent, HttpAnswer> api) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("action", action);
        idFields.forEach(field -> body.put(field, UUID.randomUUID().toString()));
        Caller nobody = new Caller(UUID.randomUUID().toString());
        int status = api.apply(
                        new HttpEvent(Optional.of(nobody), body.toString().getBytes(StandardCharsets.UTF_8), "priming"))
                .status();
        if (status != ErrorCode.DEVICE_NOT_FOUND.status()) {
            throw new IllegalStateException(action + " answered " + status);
        }
    }
}
