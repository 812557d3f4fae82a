package dev.ringback.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads a stream from a position on. DynamoDB Local has one shard at a time; each continues the one before it. */
public final class StreamReader {
    private static final Set<String> LOST = Set.of("ExpiredIteratorException", "TrimmedDataAccessException");

    private final StreamClient client;
    private final String streamArn;
    private Place place;

    /**
     * @param sequenceNumber of the last record that was read of the shard; empty before
     * @param iterator empty when it has to be fetched
     */
    private record Place(String shard, Optional<String> sequenceNumber, Optional<String> iterator) {
        Place lost() {
            return new Place(shard, sequenceNumber, Optional.empty());
        }
    }

    /** What stands in a stream, as DynamoDB Streams gives it. */
    public record Records(String shard, List<JsonNode> records) {}

    StreamReader(StreamClient client, String streamArn, StreamPosition start) {
        this.client = client;
        this.streamArn = streamArn;
        this.place = place(start);
    }

    private Place place(StreamPosition start) {
        List<JsonNode> shards = shards();
        return switch (start) {
            case StreamPosition.TrimHorizon() -> beginningOf(shards.getFirst());
            case StreamPosition.Latest() -> {
                String last = id(shards.getLast());
                yield new Place(last, Optional.empty(), Optional.of(iterator(last, "LATEST", Optional.empty())));
            }
            case StreamPosition.Behind(String shard, String sequenceNumber) ->
                shards.stream()
                        .filter(candidate -> id(candidate).equals(shard))
                        .findFirst()
                        .map(found -> new Place(shard, Optional.of(sequenceNumber), Optional.empty()))
                        .orElseGet(() -> beginningOf(shards.getFirst()));
        };
    }

    private static Place beginningOf(JsonNode shard) {
        return new Place(id(shard), Optional.empty(), Optional.empty());
    }

    private static String id(JsonNode shard) {
        return shard.path("ShardId").asText();
    }

    /** What has come since; nothing when there is nothing new. */
    public Records read(int most) {
        try {
            return readOn(most);
        } catch (StreamFailure failure) {
            if (!LOST.contains(failure.code())) {
                throw failure;
            }
            if (failure.code().startsWith("Trimmed")) {
                place = new Place(place.shard(), Optional.empty(), Optional.empty());
            }
            place = place.lost();
            return readOn(most);
        }
    }

    private Records readOn(int most) {
        String shard = place.shard();
        String iterator = place.iterator().orElseGet(this::iterator);
        JsonNode answer = client.send(
                "GetRecords", object().put("ShardIterator", iterator).put("Limit", most));
        List<JsonNode> records = new ArrayList<>();
        answer.path("Records").forEach(records::add);
        place = next(answer, records);
        return new Records(shard, records);
    }

    private Place next(JsonNode answer, List<JsonNode> records) {
        Optional<String> last =
                records.isEmpty() ? place.sequenceNumber() : Optional.of(sequenceNumber(records.getLast()));
        Optional<String> iterator =
                Optional.ofNullable(answer.get("NextShardIterator")).map(JsonNode::asText);
        Place here = new Place(place.shard(), last, iterator);
        return iterator.isPresent() ? here : successor().orElse(here);
    }

    private static String sequenceNumber(JsonNode item) {
        return item.path("dynamodb").path("SequenceNumber").asText();
    }

    private Optional<Place> successor() {
        return shards().stream()
                .filter(shard -> Objects.equals(shard.path("ParentShardId").asText(), place.shard()))
                .findFirst()
                .map(StreamReader::beginningOf);
    }

    private String iterator() {
        return place.sequenceNumber()
                .map(number -> iterator(place.shard(), "AFTER_SEQUENCE_NUMBER", Optional.of(number)))
                .orElseGet(() -> iterator(place.shard(), "TRIM_HORIZON", Optional.empty()));
    }

    private String iterator(String shard, String type, Optional<String> sequenceNumber) {
        ObjectNode request =
                object().put("StreamArn", streamArn).put("ShardId", shard).put("ShardIteratorType", type);
        sequenceNumber.ifPresent(number -> request.put("SequenceNumber", number));
        return client.send("GetShardIterator", request).path("ShardIterator").asText();
    }

    private List<JsonNode> shards() {
        List<JsonNode> shards = new ArrayList<>();
        ObjectNode request = object().put("StreamArn", streamArn);
        JsonNode last;
        do {
            JsonNode description = client.send("DescribeStream", request).path("StreamDescription");
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
