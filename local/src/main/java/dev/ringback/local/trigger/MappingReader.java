package dev.ringback.local.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.stack.StackFailure;
import java.time.Duration;
import java.util.Set;

/** Reads what a template says of a mapping, and refuses what Lambda refuses. */
final class MappingReader {
    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(300);
    private static final int SQS_WITHOUT_WINDOW = 10;
    private static final int LARGEST = 10_000;

    private final JsonNode properties;

    MappingReader(JsonNode properties) {
        this.properties = properties;
    }

    /** @throws StackFailure naming a property that is none of these */
    void checkKnown(Set<String> known) {
        properties.fieldNames().forEachRemaining(property -> {
            if (!known.contains(property)) {
                throw new StackFailure("The local runtime does not know the property " + property
                        + " of event source mappings of this kind.");
            }
        });
    }

    String text(String property) {
        return properties.path(property).asText();
    }

    boolean enabled() {
        return properties.path("Enabled").asBoolean(true);
    }

    boolean flag(String property) {
        return properties.path(property).asBoolean(false);
    }

    JsonNode part(String property) {
        return properties.path(property);
    }

    int number(String property, int otherwise, int least, int most) {
        int value = properties.path(property).asInt(otherwise);
        if (value < least || value > most) {
            throw new StackFailure(property + " is " + value + ", but has to be from " + least + " to " + most + ".");
        }
        return value;
    }

    Batching streamBatching() {
        return new Batching(number("BatchSize", 100, 1, LARGEST), window());
    }

    Batching queueBatching() {
        Batching batching = new Batching(number("BatchSize", 10, 1, LARGEST), window());
        if (batching.size() > SQS_WITHOUT_WINDOW && batching.window().isZero()) {
            throw new StackFailure("Maximum batch window in seconds must be greater than 0 if maximum batch size is"
                    + " greater than " + SQS_WITHOUT_WINDOW + ".");
        }
        return batching;
    }

    private Duration window() {
        return Duration.ofSeconds(number("MaximumBatchingWindowInSeconds", 0, 0, (int) LONGEST_WINDOW.toSeconds()));
    }

    Filters filters() {
        return Filters.read(properties.path("FilterCriteria"));
    }

    boolean reportsItems() {
        boolean reports = false;
        for (JsonNode type : properties.path("FunctionResponseTypes")) {
            if (!type.asText().equals("ReportBatchItemFailures")) {
                throw new StackFailure("There is no function response type " + type.asText() + ".");
            }
            reports = true;
        }
        return reports;
    }
}
