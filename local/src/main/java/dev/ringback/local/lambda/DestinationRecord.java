package dev.ringback.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The envelope in which Lambda sends the end of an asynchronous event to its destination. */
final class DestinationRecord {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DestinationRecord() {}

    static String succeeded(Target target, Invocation.Request request, int attempts, Outcome outcome) {
        return text(target, request, "Success", attempts, Optional.of(outcome));
    }

    static String exhausted(Target target, Invocation.Request request, int attempts, Optional<Outcome> last) {
        return text(target, request, "RetriesExhausted", attempts, last);
    }

    static String expired(Target target, Invocation.Request request, int attempts, Optional<Outcome> last) {
        return text(target, request, "EventAgeExceeded", attempts, last);
    }

    private static String text(
            Target target, Invocation.Request request, String condition, int attempts, Optional<Outcome> outcome) {
        ObjectNode destination = JSON.createObjectNode()
                .put("version", "1.0")
                .put("timestamp", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        destination
                .putObject("requestContext")
                .put("requestId", request.requestId())
                .put("functionArn", target.function().spec().arn() + ":" + target.qualifier())
                .put("condition", condition)
                .put("approximateInvokeCount", attempts);
        destination.set("requestPayload", payload(request.event()));
        outcome.ifPresent(end -> {
            ObjectNode context = destination
                    .putObject("responseContext")
                    .put("statusCode", 200)
                    .put("executedVersion", target.pool().spec().version());
            if (end.failed()) {
                context.put("functionError", "Unhandled");
            }
            destination.set("responsePayload", payload(end.payload()));
        });
        return destination.toString();
    }

    private static JsonNode payload(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException notJson) {
            return JSON.getNodeFactory().textNode(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
