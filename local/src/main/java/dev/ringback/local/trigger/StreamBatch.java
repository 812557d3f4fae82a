package dev.ringback.local.trigger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records that a function gets together.
 *
 * @param failures how often they were tried in vain
 */
record StreamBatch(List<StreamRecord> records, int failures) {
    boolean isEmpty() {
        return records.isEmpty();
    }

    int size() {
        return records.size();
    }

    StreamBatch to(int end) {
        return new StreamBatch(records.subList(0, end), failures);
    }

    StreamBatch from(int start) {
        return new StreamBatch(records.subList(start, records.size()), failures);
    }

    StreamBatch failed() {
        return new StreamBatch(records, failures + 1);
    }

    /** How many of the first ones are older than that. */
    int before(Instant time) {
        return (int) records.stream()
                .takeWhile(item -> item.arrivedAt().isBefore(time))
                .count();
    }

    Set<String> sequenceNumbers() {
        return records.stream().map(StreamRecord::sequenceNumber).collect(Collectors.toSet());
    }

    /** The place of the first of these records. */
    int firstOf(Set<String> sequenceNumbers) {
        int place = 0;
        while (!sequenceNumbers.contains(records.get(place).sequenceNumber())) {
            place++;
        }
        return place;
    }

    byte[] event() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        ArrayNode list = event.putArray("Records");
        records.forEach(item -> list.add(item.event()));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }
}
