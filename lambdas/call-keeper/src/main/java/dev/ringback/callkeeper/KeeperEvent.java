package dev.ringback.callkeeper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What the function is invoked for. */
sealed interface KeeperEvent {
    /** From the stream of the Calls table, in its order. */
    record CallsChanged(List<CallChange> changes) implements KeeperEvent {}

    /** From the queue of ring time-outs. */
    record RingsOver(List<RingTimeout> timeouts) implements KeeperEvent {}

    /** From the schedule. */
    record TimeToSweep() implements KeeperEvent {}

    /** @throws IllegalArgumentException for an event of any other source */
    static KeeperEvent of(JsonNode event) {
        JsonNode records = event.path("Records");
        return switch (records.path(0).path("eventSource").asText()) {
            case "aws:dynamodb" -> new CallsChanged(all(records, CallChange::of));
            case "aws:sqs" -> new RingsOver(all(records, RingTimeout::of));
            default -> scheduled(event);
        };
    }

    private static KeeperEvent scheduled(JsonNode event) {
        if (!event.path("source").asText().equals("aws.events")) {
            throw new IllegalArgumentException("the event is of no known source");
        }
        return new TimeToSweep();
    }

    private static <T> List<T> all(JsonNode records, Function<JsonNode, T> read) {
        return StreamSupport.stream(records.spliterator(), false).map(read).toList();
    }
}
