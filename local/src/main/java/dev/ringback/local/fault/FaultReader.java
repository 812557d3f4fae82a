package dev.ringback.local.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what was posted to {@code _faults}, strictly: a misspelt key would otherwise be a fault that never fires. */
final class FaultReader {
    private static final Set<String> KEYS = Set.of(
            "method",
            "path",
            "status",
            "delayMs",
            "drop",
            "deliveryStatus",
            "statusCode",
            "statusMessage",
            "after",
            "skip",
            "times");
    private static final List<String> EFFECTS = List.of("status", "delayMs", "drop", "deliveryStatus");
    private static final Map<String, Integer> DELIVERIES = Map.of(
            "SUCCESSFUL",
            200,
            "DUPLICATE",
            200,
            "THROTTLED",
            429,
            "TEMPORARY_FAILURE",
            500,
            "PERMANENT_FAILURE",
            400,
            "UNKNOWN_FAILURE",
            500,
            "OPT_OUT",
            400);
    private static final int LONGEST_DELAY_MS = 600_000;

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    sealed interface Plan {
        record Add(Fault fault) implements Plan {}

        record Clear() implements Plan {}

        record Bad(String reason) implements Plan {}
    }

    Plan read(String body) {
        try {
            JsonNode node = json.readTree(body);
            if (!node.isObject()) {
                return new Plan.Bad("A fault is a JSON object.");
            }
            return node.has("clear") ? clear(node) : new Plan.Add(fault(node));
        } catch (JsonProcessingException notJson) {
            return new Plan.Bad("The body is not JSON.");
        } catch (IllegalArgumentException bad) {
            return new Plan.Bad(bad.getMessage());
        }
    }

    private static Plan clear(JsonNode node) {
        check(
                node.size() == 1
                        && node.get("clear").isBoolean()
                        && node.get("clear").asBoolean(),
                "clear stands alone and is true.");
        return new Plan.Clear();
    }

    private static Fault fault(JsonNode node) {
        node.fieldNames().forEachRemaining(key -> check(KEYS.contains(key), "There is no key " + key + "."));
        check(node.path("path").isTextual(), "path, a part of the request's path, is missing.");
        check(!node.has("method") || node.get("method").isTextual(), "method is a text.");
        check(!node.has("after") || node.get("after").isBoolean(), "after is true or false.");
        return new Fault(
                Optional.ofNullable(node.get("method")).map(JsonNode::asText),
                node.get("path").asText(),
                effect(node),
                node.path("after").asBoolean(),
                node.has("skip") ? number(node, "skip", 0, 1_000_000) : 0,
                node.has("times") ? number(node, "times", 1, 1_000_000) : 1);
    }

    private static FaultEffect effect(JsonNode node) {
        List<String> given = EFFECTS.stream().filter(node::has).toList();
        check(given.size() == 1, "Give exactly one of " + String.join(", ", EFFECTS) + ".");
        String effect = given.getFirst();
        check(
                effect.equals("deliveryStatus") || !node.has("statusCode") && !node.has("statusMessage"),
                "statusCode and statusMessage belong to deliveryStatus.");
        return switch (effect) {
            case "status" -> new FaultEffect.Status(number(node, "status", 300, 599));
            case "delayMs" -> new FaultEffect.Delay(Duration.ofMillis(number(node, "delayMs", 1, LONGEST_DELAY_MS)));
            case "drop" -> drop(node);
            default -> delivery(node);
        };
    }

    private static FaultEffect drop(JsonNode node) {
        check(node.get("drop").isBoolean() && node.get("drop").asBoolean(), "drop is true.");
        return new FaultEffect.Drop();
    }

    private static FaultEffect delivery(JsonNode node) {
        String status = node.get("deliveryStatus").asText();
        check(
                DELIVERIES.containsKey(status),
                "deliveryStatus is one of "
                        + DELIVERIES.keySet().stream().sorted().toList());
        check(node.get("path").asText().contains("push/"), "deliveryStatus needs a path with push/.");
        check(!node.has("statusMessage") || node.get("statusMessage").isTextual(), "statusMessage is a text.");
        int code = node.has("statusCode") ? number(node, "statusCode", 100, 599) : DELIVERIES.get(status);
        return new FaultEffect.Delivery(status, code, node.path("statusMessage").asText(status));
    }

    private static int number(JsonNode node, String key, int least, int most) {
        JsonNode value = node.get(key);
        check(
                value.canConvertToInt() && value.isIntegralNumber() && value.asInt() >= least && value.asInt() <= most,
                key + " is a whole number from " + least + " to " + most + ".");
        return value.asInt();
    }

    private static void check(boolean good, String reason) {
        if (!good) {
            throw new IllegalArgumentException(reason);
        }
    }
}
