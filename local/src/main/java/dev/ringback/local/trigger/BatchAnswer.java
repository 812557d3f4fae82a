package dev.ringback.local.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a function that reports failed items says of its batch. */
final class BatchAnswer {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BatchAnswer() {}

    /**
     * The items that failed; empty when the answer cannot be understood, which is as if all had.
     *
     * @param batch what the items are called
     */
    static Optional<Set<String>> failures(byte[] answer, Set<String> batch) {
        JsonNode read = read(answer);
        JsonNode list = read.path("batchItemFailures");
        if (read.isNull() || read.isObject() && (list.isMissingNode() || list.isNull())) {
            return Optional.of(Set.of());
        }
        Set<String> failures = new HashSet<>();
        list.forEach(failure -> failures.add(failure.path("itemIdentifier").asText()));
        return list.isArray() && batch.containsAll(failures) ? Optional.of(failures) : Optional.empty();
    }

    private static JsonNode read(byte[] answer) {
        try {
            return JSON.readTree(answer);
        } catch (JsonProcessingException notJson) {
            return JSON.missingNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
