package dev.ringback.local.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.Account;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** One entry of a PutEvents. */
record Entry(JsonNode fields) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int TIME_BYTES = 14;
    private static final int LONGEST_DETAIL_TYPE = 128;

    /** What is wrong with an entry, in EventBridge's words. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        private Refused(String code, String message) {
            super(message);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** The name or ARN of the bus. */
    String bus() {
        return fields.path("EventBusName").asText(EventBuses.DEFAULT);
    }

    /** As EventBridge counts it. */
    int size() {
        int size = bytes("Source") + bytes("DetailType") + bytes("Detail") + (fields.has("Time") ? TIME_BYTES : 0);
        for (JsonNode resource : fields.path("Resources")) {
            size += resource.asText().getBytes(StandardCharsets.UTF_8).length;
        }
        return size;
    }

    private int bytes(String field) {
        return text(field).getBytes(StandardCharsets.UTF_8).length;
    }

    private String text(String field) {
        return fields.path(field).asText();
    }

    Event event(String busName, Account account, Instant now) throws Refused {
        check();
        ObjectNode event = JSON.createObjectNode()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", text("DetailType"))
                .put("source", text("Source"))
                .put("account", account.id())
                .put("time", time(now).truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", account.region());
        event.putArray("resources");
        if (fields.has("Resources")) {
            event.set("resources", fields.get("Resources"));
        }
        event.set("detail", detail());
        return new Event(busName, size(), event);
    }

    private void check() throws Refused {
        require("Source");
        require("DetailType");
        require("Detail");
        if (text("Source").startsWith("aws.")) {
            throw new Refused("NotAuthorizedForSourceException", "Not authorized for the source.");
        }
        if (text("DetailType").length() > LONGEST_DETAIL_TYPE) {
            throw invalid("DetailType", "DetailType is longer than " + LONGEST_DETAIL_TYPE + " characters.");
        }
    }

    private void require(String field) throws Refused {
        if (text(field).isBlank()) {
            throw invalid(field, field + " is a required argument.");
        }
    }

    private static Refused invalid(String field, String reason) {
        return new Refused("InvalidArgument", "Parameter " + field + " is not valid. Reason: " + reason);
    }

    // SDKs write a time as seconds with a fraction.
    private Instant time(Instant now) {
        return fields.has("Time")
                ? Instant.ofEpochMilli(Math.round(fields.get("Time").asDouble() * 1000))
                : now;
    }

    private JsonNode detail() throws Refused {
        try {
            JsonNode detail = JSON.readTree(text("Detail"));
            if (detail.isObject()) {
                return detail;
            }
        } catch (JsonProcessingException notJson) {
            // Refused below.
        }
        throw new Refused("MalformedDetail", "Detail is malformed.");
    }
}
