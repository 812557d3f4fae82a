package dev.ringback.local.trigger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Records that a function will not get any more.
 *
 * @param condition why, in Lambda's words
 * @param reply of the last attempt, if there was one
 */
record DiscardedBatch(StreamBatch batch, String condition, Optional<Reply> reply) {
    /** What is known of an attempt. */
    record Reply(String requestId, String version, boolean failed) {}

    static DiscardedBatch exhausted(StreamBatch batch, Reply last) {
        return new DiscardedBatch(batch, "RetryAttemptsExhausted", Optional.of(last));
    }

    static DiscardedBatch tooOld(StreamBatch batch) {
        return new DiscardedBatch(batch, "RecordAgeExceeded", Optional.empty());
    }

    /** What Lambda sends to the destination for failures: not the records, only where they are. */
    ObjectNode message(String functionArn, String streamArn, Instant now) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.putObject("requestContext")
                .put(
                        "requestId",
                        reply.map(Reply::requestId)
                                .orElseGet(() -> UUID.randomUUID().toString()))
                .put("functionArn", functionArn)
                .put("condition", condition)
                .put("approximateInvokeCount", batch.failures());
        reply.ifPresent(last -> addReply(message.putObject("responseContext"), last));
        message.put("version", "1.0")
                .put("timestamp", now.truncatedTo(ChronoUnit.MILLIS).toString());
        message.putObject("DDBStreamBatchInfo")
                .put("shardId", batch.records().getFirst().shard())
                .put("startSequenceNumber", batch.records().getFirst().sequenceNumber())
                .put("endSequenceNumber", batch.records().getLast().sequenceNumber())
                .put("approximateArrivalOfFirstRecord", seconds(batch.records().getFirst()))
                .put("approximateArrivalOfLastRecord", seconds(batch.records().getLast()))
                .put("batchSize", batch.size())
                .put("streamArn", streamArn);
        return message;
    }

    private static void addReply(ObjectNode context, Reply last) {
        context.put("statusCode", 200).put("executedVersion", last.version());
        if (last.failed()) {
            context.put("functionError", "Unhandled");
        }
    }

    private static String seconds(StreamRecord item) {
        return item.arrivedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
