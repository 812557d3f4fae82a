package dev.ringback.local.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Shows what the event buses got: {@code GET} lists {@code {"events":[…]}} as targets get them, the oldest first;
 * {@code ?bus=} keeps those of one bus; {@code DELETE} empties it. {@code _rules} below it lists the rules, and {@code
 * POST {"rule":"Sweep"}}, a part of the name, fires schedules now.
 */
public final class EventsEndpoint implements Endpoint {
    private final EventBuses buses;
    private final Rules rules;
    private final ObjectMapper json = new ObjectMapper();

    public EventsEndpoint(EventBuses buses, Rules rules) {
        this.buses = buses;
        this.rules = rules;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        return switch (request.path()) {
            case "", "/" -> events(request);
            case "/_rules" -> rules(request);
            default -> refusal(404, "There is nothing here.");
        };
    }

    private HttpAnswer events(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> HttpAnswer.json(200, list(bus(request.query())));
            case "DELETE" -> {
                buses.clear();
                yield HttpAnswer.empty(204);
            }
            default -> refusal(405, "Use GET or DELETE.");
        };
    }

    private static Optional<String> bus(String query) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith("bus="))
                .map(pair -> URLDecoder.decode(pair.substring(4), StandardCharsets.UTF_8))
                .findFirst();
    }

    private ObjectNode list(Optional<String> bus) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        var items = list.putArray("events");
        buses.events().stream()
                .filter(event -> bus.map(event.bus()::equals).orElse(true))
                .forEach(event -> items.add(event.delivered()));
        return list;
    }

    private HttpAnswer rules(HttpRequest request) {
        return switch (request.method()) {
            case "GET" -> HttpAnswer.json(200, list(rules.all()));
            case "POST" -> fire(request.text());
            default -> refusal(405, "Use GET or POST.");
        };
    }

    private HttpAnswer fire(String body) {
        JsonNode part = read(body).path("rule");
        if (!part.isTextual()) {
            return refusal(400, "Give {\"rule\":\"…\"}, a part of the rule's name.");
        }
        List<Rule> meant = rules.all().stream()
                .filter(rule -> rule.schedule().isPresent() && rule.name().contains(part.asText()))
                .toList();
        if (meant.isEmpty()) {
            return refusal(404, "No rule with a schedule has " + part + " in its name.");
        }
        List<String> refusals =
                meant.stream().flatMap(rule -> rules.fire(rule).stream()).toList();
        return refusals.isEmpty() ? HttpAnswer.json(200, list(meant)) : refusal(403, String.join("\n", refusals));
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static ObjectNode list(List<Rule> rules) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        var items = list.putArray("rules");
        rules.forEach(rule -> {
            ObjectNode item = items.addObject()
                    .put("name", rule.name())
                    .put("arn", rule.arn())
                    .put("enabled", rule.enabled());
            rule.schedule().ifPresent(schedule -> item.put("schedule", schedule.expression()));
            rule.pattern().ifPresent(pattern -> item.put("pattern", pattern.json()));
        });
        return list;
    }

    private static HttpAnswer refusal(int status, String reason) {
        return HttpAnswer.json(status, JsonNodeFactory.instance.objectNode().put("error", reason));
    }
}
