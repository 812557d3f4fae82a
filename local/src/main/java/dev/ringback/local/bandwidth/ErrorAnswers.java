package dev.ringback.local.bandwidth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.http.HttpAnswer;
import java.util.UUID;

/** Bandwidth's two error bodies: 401 and 403 come from the gateway before its API, the others from the API itself. */
final class ErrorAnswers {
    HttpAnswer of(int status) {
        return of(status, status >= 500 ? "Internal error" : "Request failed");
    }

    HttpAnswer of(int status, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        switch (status) {
            case 401 -> body.put("message", "Unauthorized");
            case 403 -> body.put("message", "Missing Authentication Token");
            default ->
                body.put("error", message).put("requestId", UUID.randomUUID().toString());
        }
        return HttpAnswer.json(status, body);
    }
}
