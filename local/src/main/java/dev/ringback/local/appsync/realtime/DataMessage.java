package dev.ringback.local.appsync.realtime;

import dev.ringback.local.appsync.MutationEvent;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Tells a subscriber of a mutation. */
final class DataMessage {
    private DataMessage() {}

    static String of(LiveSubscription subscription, MutationEvent event, int mostBytes, Consumer<String> console) {
        String id = subscription.id();
        try {
            var payload = subscription.started().projection().project(event.value());
            String message = ServerMessage.data(id, payload).toString();
            int bytes = message.getBytes(StandardCharsets.UTF_8).length;
            return bytes <= mostBytes ? message : tooLong(id, event, bytes, mostBytes);
        } catch (RuntimeException | StackOverflowError fault) {
            console.accept("local: telling a subscriber of " + event.field() + " failed: " + fault);
            return ServerMessage.noData(id, "InternalFailure", "Telling of " + event.field() + " failed.")
                    .toString();
        }
    }

    private static String tooLong(String id, MutationEvent event, int bytes, int mostBytes) {
        String text = event.field() + " answered " + bytes + " bytes; a message has at most " + mostBytes + ".";
        return ServerMessage.noData(id, "LimitExceededError", text).toString();
    }
}
