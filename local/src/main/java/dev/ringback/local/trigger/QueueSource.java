package dev.ringback.local.trigger;

import dev.ringback.local.lambda.Callee;
import dev.ringback.local.sqs.Message;
import dev.ringback.local.sqs.Queue;
import dev.ringback.local.sqs.Queues;
import java.time.Duration;
import java.util.List;

/** A queue whose messages are for a function; they are received and deleted in the function's role. */
record QueueSource(Queues queues, Queue queue, Callee function) {
    List<Message> receive(int most, Duration wait) throws InterruptedException {
        return queues.receive(queue, function.role(), most, wait);
    }

    void delete(List<Message> messages) {
        if (!messages.isEmpty()) {
            queues.delete(queue, function.role(), messages);
        }
    }
}
