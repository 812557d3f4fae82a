package dev.ringback.local.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.util.List;

/**
 * {@code /_queues}: lists the queues (GET), and makes messages visible whose time has not come yet (POST {@code
 * {"queue":"RingTimeouts"}}, a part of the queue's name).
 */
public final class QueuesEndpoint implements Endpoint {
    private final Queues queues;
    private final ObjectMapper json = new ObjectMapper();

    public QueuesEndpoint(Queues queues) {
        this.queues = queues;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> HttpAnswer.json(200, list(List.copyOf(queues.all())));
            case "POST" -> hurry(request.text());
            default -> refusal(405, "Use GET or POST.");
        };
    }

    private HttpAnswer hurry(String body) {
        JsonNode part = read(body).path("queue");
        if (!part.isTextual()) {
            return refusal(400, "Give {\"queue\":\"…\"}, a part of the queue's name.");
        }
        List<Queue> meant = queues.all().stream()
                .filter(queue -> queue.name().contains(part.asText()))
                .toList();
        if (meant.isEmpty()) {
            return refusal(404, "No queue has " + part + " in its name.");
        }
        meant.forEach(Queue::hurry);
        return HttpAnswer.json(200, list(meant));
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static ObjectNode list(List<Queue> queues) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        var items = list.putArray("queues");
        queues.forEach(queue -> items.addObject()
                .put("name", queue.name())
                .put("visible", queue.visible())
                .put("inFlight", queue.inFlight())
                .put("delayed", queue.delayed()));
        return list;
    }

    private static HttpAnswer refusal(int status, String reason) {
        return HttpAnswer.json(status, JsonNodeFactory.instance.objectNode().put("error", reason));
    }
}
