package dev.ringback.functionkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Which items of a batch Lambda is to deliver again.
 *
 * @param failed message ids of a queue's batch; of a stream's the sequence number of the first failure, from which on the
 *     stream comes again
 */
public record BatchAnswer(List<String> failed) {
    public static BatchAnswer allDone() {
        return new BatchAnswer(List.of());
    }

    public void writeTo(OutputStream output) throws IOException {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("batchItemFailures");
        failed.forEach(item -> items.addObject().put("itemIdentifier", item));
        output.write(answer.toString().getBytes(StandardCharsets.UTF_8));
    }
}
