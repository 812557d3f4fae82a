package dev.ringback.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamReaderTest {
    private final FakeStream stream = new FakeStream();

    /** A stream of shards, each the child of the one before it; its iterators are a shard and a number. */
    private static final class FakeStream implements StreamApi {
        private final List<List<String>> shards = new ArrayList<>(List.of(new ArrayList<>()));
        private final Deque<String> failures = new ArrayDeque<>();

        void write(String number) {
            shards.getLast().add(number);
        }

        void rollOver() {
            shards.add(new ArrayList<>());
        }

        /** Refuses the next GetRecords. */
        void fail(String code) {
            failures.add(code);
        }

        @Override
        public JsonNode send(String operation, ObjectNode request) {
            return switch (operation) {
                case "DescribeStream" -> describe();
                case "GetShardIterator" -> iterator(request);
                default -> records(request);
            };
        }

        private JsonNode describe() {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            var list = answer.putObject("StreamDescription").putArray("Shards");
            for (int i = 0; i < shards.size(); i++) {
                ObjectNode shard = list.addObject().put("ShardId", Integer.toString(i));
                if (i > 0) {
                    shard.put("ParentShardId", Integer.toString(i - 1));
                }
            }
            return answer;
        }

        private JsonNode iterator(ObjectNode request) {
            List<String> shard = shards.get(request.path("ShardId").asInt());
            int next = switch (request.path("ShardIteratorType").asText()) {
                case "TRIM_HORIZON" -> 0;
                case "LATEST" -> shard.size();
                default -> shard.indexOf(request.path("SequenceNumber").asText()) + 1;
            };
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("ShardIterator", request.path("ShardId").asText() + "/" + next);
        }

        private JsonNode records(ObjectNode request) {
            if (!failures.isEmpty()) {
                throw new StreamFailure(failures.poll(), "refused");
            }
            String[] iterator = request.path("ShardIterator").asText().split("/");
            int shard = Integer.parseInt(iterator[0]);
            List<String> all = shards.get(shard);
            int start = Integer.parseInt(iterator[1]);
            int end = Math.min(all.size(), start + request.path("Limit").asInt());
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            var list = answer.putArray("Records");
            all.subList(start, end)
                    .forEach(number -> list.addObject().putObject("dynamodb").put("SequenceNumber", number));
            boolean closed = shard < shards.size() - 1 && end == all.size();
            return closed ? answer : answer.put("NextShardIterator", shard + "/" + end);
        }
    }

    @Test
    void readsOnWhereItStopped() {
        stream.write("1");
        StreamReader reader = reader(new StreamPosition.TrimHorizon());

        assertThat(read(reader)).containsExactly("1");
        assertThat(read(reader)).isEmpty();
        stream.write("2");
        assertThat(read(reader)).containsExactly("2");
    }

    @Test
    void readsNoMoreThanWanted() {
        stream.write("1");
        stream.write("2");
        StreamReader reader = reader(new StreamPosition.TrimHorizon());

        assertThat(numbers(reader.read(1))).containsExactly("1");
        assertThat(numbers(reader.read(1))).containsExactly("2");
    }

    @Test
    void goesOnWithTheShardThatContinuesAnother() {
        StreamReader reader = reader(new StreamPosition.TrimHorizon());
        stream.write("1");
        stream.rollOver();
        stream.write("2");

        StreamReader.Records first = reader.read(10);
        StreamReader.Records second = reader.read(10);
        assertThat(numbers(first)).containsExactly("1");
        assertThat(first.shard()).isEqualTo("0");
        assertThat(numbers(second)).containsExactly("2");
        assertThat(second.shard()).isEqualTo("1");
    }

    @Test
    void beginsWithTheOldestShard() {
        stream.write("1");
        stream.rollOver();
        stream.write("2");

        assertThat(read(reader(new StreamPosition.TrimHorizon()))).containsExactly("1");
    }

    @Test
    void beginsWithWhatComesAfterItsOpening() {
        stream.write("1");
        StreamReader reader = reader(new StreamPosition.Latest());
        stream.write("2");

        assertThat(read(reader)).containsExactly("2");
    }

    @Test
    void beginsBehindARecord() {
        stream.write("1");
        stream.write("2");

        assertThat(read(reader(new StreamPosition.Behind("0", "1")))).containsExactly("2");
    }

    @Test
    void beginsWithTheOldestShardWhereTheOneItReadIsGone() {
        stream.write("1");

        assertThat(read(reader(new StreamPosition.Behind("gone", "9")))).containsExactly("1");
    }

    @Test
    void losesNothingWithAnIteratorThatHasExpired() {
        StreamReader reader = reader(new StreamPosition.TrimHorizon());
        stream.write("1");
        read(reader);
        stream.write("2");
        stream.fail("ExpiredIteratorException");

        assertThat(read(reader)).containsExactly("2");
    }

    @Test
    void repeatsNothingWithAnIteratorThatHasExpiredBeforeTheFirstRecord() {
        stream.write("1");
        StreamReader reader = reader(new StreamPosition.Latest());
        stream.fail("ExpiredIteratorException");

        assertThat(read(reader)).isEmpty();
    }

    @Test
    void goesOnWithTheOldestRecordThatIsLeft() {
        StreamReader reader = reader(new StreamPosition.Behind("0", "trimmed"));
        stream.write("2");
        stream.fail("TrimmedDataAccessException");

        assertThat(read(reader)).containsExactly("2");
    }

    @Test
    void passesOnOtherFailures() {
        StreamReader reader = reader(new StreamPosition.TrimHorizon());
        stream.fail("InternalServerError");

        assertThatThrownBy(() -> reader.read(10))
                .isInstanceOf(StreamFailure.class)
                .hasMessage("refused");
    }

    private StreamReader reader(StreamPosition start) {
        return new StreamReader(stream, "arn", start);
    }

    private static List<String> read(StreamReader reader) {
        return numbers(reader.read(10));
    }

    private static List<String> numbers(StreamReader.Records read) {
        return read.records().stream()
                .map(item -> item.path("dynamodb").path("SequenceNumber").asText())
                .toList();
    }
}
