package dev.ringback.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a stream from a position on. DynamoDB Local has one open shard at a time, which continues the one before it. */
public final class StreamReader {
    private final StreamApi api;
    private final String streamArn;
    private Place place;

    /**
     * Where reading goes on.
     *
     * @param iterator empty when it has to be fetched
     */
    private record Place(String shard, StreamPosition position, Optional<String> iterator) {
        static Place at(String shard, StreamPosition position) {
            return new Place(shard, position, Optional.empty());
        }
    }

    /** What a shard has, as DynamoDB Streams gives it. */
    public record Records(String shard, List<JsonNode> records) {}

    StreamReader(StreamApi api, String streamArn, StreamPosition start) {
        this.api = api;
        this.streamArn = streamArn;
        this.place = start(start);
    }

    private Place start(StreamPosition start) {
        List<JsonNode> shards = shards();
        return switch (start) {
            case StreamPosition.TrimHorizon() -> Place.at(id(shards.getFirst()), start);
            case StreamPosition.Latest() -> {
                String shard = id(shards.getLast());
                yield new Place(shard, start, Optional.of(iterator(Place.at(shard, start))));
            }
            case StreamPosition.Behind(String shard, String _) ->
                shards.stream().anyMatch(known -> id(known).equals(shard))
                        ? Place.at(shard, start)
                        : Place.at(id(shards.getFirst()), new StreamPosition.TrimHorizon());
        };
    }

    private static String id(JsonNode shard) {
        return shard.path("ShardId").asText();
    }

    /** What has come since; nothing when there is nothing new. */
    public Records read(int most) {
        try {
            return readOn(most);
        } catch (StreamFailure failure) {
            place = again(failure);
            return readOn(most);
        }
    }

    private Place again(StreamFailure failure) {
        return switch (failure.code()) {
            case "ExpiredIteratorException" -> Place.at(place.shard(), place.position());
            case "TrimmedDataAccessException" -> Place.at(place.shard(), new StreamPosition.TrimHorizon());
            default -> throw failure;
        };
    }

    private Records readOn(int most) {
        String shard = place.shard();
        String iterator = place.iterator().orElseGet(() -> iterator(place));
        JsonNode answer =
                api.send("GetRecords", object().put("ShardIterator", iterator).put("Limit", most));
        List<JsonNode> records = new ArrayList<>();
        answer.path("Records").forEach(records::add);
        place = next(answer.path("NextShardIterator"), records);
        return new Records(shard, records);
    }

    private Place next(JsonNode iterator, List<JsonNode> records) {
        StreamPosition position = records.isEmpty() ? place.position() : behind(records.getLast());
        return iterator.isTextual()
                ? new Place(place.shard(), position, Optional.of(iterator.asText()))
                : successor().orElse(Place.at(place.shard(), position));
    }

    private StreamPosition behind(JsonNode last) {
        return new StreamPosition.Behind(
                place.shard(), last.path("dynamodb").path("SequenceNumber").asText());
    }

    private Optional<Place> successor() {
        return shards().stream()
                .filter(shard -> shard.path("ParentShardId").asText().equals(place.shard()))
                .findFirst()
                .map(shard -> Place.at(id(shard), new StreamPosition.TrimHorizon()));
    }

    private String iterator(Place from) {
        ObjectNode request = object().put("StreamArn", streamArn).put("ShardId", from.shard());
        switch (from.position()) {
            case StreamPosition.TrimHorizon() -> request.put("ShardIteratorType", "TRIM_HORIZON");
            case StreamPosition.Latest() -> request.put("ShardIteratorType", "LATEST");
            case StreamPosition.Behind(String _, String sequenceNumber) ->
                request.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER").put("SequenceNumber", sequenceNumber);
        }
        return api.send("GetShardIterator", request).path("ShardIterator").asText();
    }

    private List<JsonNode> shards() {
        List<JsonNode> shards = new ArrayList<>();
        ObjectNode request = object().put("StreamArn", streamArn);
        JsonNode last;
        do {
            JsonNode description = api.send("DescribeStream", request).path("StreamDescription");
            description.path("Shards").forEach(shards::add);
            last = description.path("LastEvaluatedShardId");
            request.set("ExclusiveStartShardId", last);
        } while (last.isTextual());
        return shards;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
