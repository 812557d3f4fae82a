package dev.ringback.local.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.iam.Policy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A standard queue. */
public final class Queue {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final String name;
    private final String arn;
    private final Settings settings;
    private final Clock clock;
    private final List<Message> messages = new ArrayList<>();
    private final List<Policy> policies = new CopyOnWriteArrayList<>();

    /** What a template says of a queue. */
    record Settings(Duration delay, Duration visibility, Duration retention, Duration longPoll) {}

    Queue(String name, String arn, Settings settings, Clock clock) {
        this.name = name;
        this.arn = arn;
        this.settings = settings;
        this.clock = clock;
    }

    String name() {
        return name;
    }

    public String arn() {
        return arn;
    }

    Settings settings() {
        return settings;
    }

    List<Policy> policies() {
        return policies;
    }

    synchronized Message send(String body, JsonNode attributes, Duration delay) {
        Instant now = clock.instant();
        Message message = new Message(UUID.randomUUID().toString(), body, attributes, now, now.plus(delay), "", 0);
        messages.add(message);
        notifyAll();
        return message;
    }

    /** Waits for at least one message, up to the given time. */
    synchronized List<Message> receive(int most, Duration visibility, Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        List<Message> received = take(most, visibility);
        while (received.isEmpty() && System.nanoTime() < end) {
            // Messages also become visible by the passing of time, of which nobody tells.
            wait(LOOK_AGAIN.toMillis());
            received = take(most, visibility);
        }
        return received;
    }

    private List<Message> take(int most, Duration visibility) {
        Instant now = clock.instant();
        messages.removeIf(message -> message.sentAt().plus(settings.retention()).isBefore(now));
        List<Message> taken = new ArrayList<>();
        for (int i = 0; i < messages.size() && taken.size() < most; i++) {
            if (messages.get(i).isVisible(now)) {
                messages.set(i, messages.get(i).received(UUID.randomUUID().toString(), now.plus(visibility)));
                taken.add(messages.get(i));
            }
        }
        return taken;
    }

    synchronized void delete(String receipt) {
        messages.removeIf(message -> message.receipt().equals(receipt));
    }

    synchronized int visible() {
        Instant now = clock.instant();
        return (int) messages.stream().filter(message -> message.isVisible(now)).count();
    }

    synchronized int inFlight() {
        Instant now = clock.instant();
        return (int) messages.stream()
                .filter(message -> !message.isVisible(now) && message.receiveCount() > 0)
                .count();
    }

    synchronized int delayed() {
        Instant now = clock.instant();
        return (int) messages.stream()
                .filter(message -> !message.isVisible(now) && message.receiveCount() == 0)
                .count();
    }
}
