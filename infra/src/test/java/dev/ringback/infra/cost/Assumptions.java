package dev.ringback.infra.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** {@code docs/cost.json}: AWS's prices, what a call takes as the end-to-end tests counted it, and what is assumed. */
record Assumptions(JsonNode json) {
    private static final double MILLION = 1_000_000;

    static Assumptions read() throws IOException {
        return new Assumptions(
                new ObjectMapper().readTree(Path.of("../docs/cost.json").toFile()));
    }

    /** Of one; most are given for a million. */
    double price(String name) {
        JsonNode price = json.path("prices").path(name);
        double usd = required(price.path("usd"), name).doubleValue();
        return price.path("per").asText().startsWith("million") ? usd / MILLION : usd;
    }

    int perCall(String what) {
        return required(json.path("call").path(what), what).intValue();
    }

    /** Of all functions together, for one call. */
    int invocations() {
        return json.path("invocations").findValues("count").stream()
                .mapToInt(JsonNode::intValue)
                .sum();
    }

    int assumed(String what) {
        return required(json.path("assumed").path(what), what).intValue();
    }

    private static JsonNode required(JsonNode value, String name) {
        if (!value.isNumber()) {
            throw new AssertionError("docs/cost.json has no number for " + name + ".");
        }
        return value;
    }
}
