package dev.ringback.local.sqs;

import dev.ringback.local.iam.Policy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A standard queue. */
public final class Queue {
    /** A clock may be set, of which nobody tells. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final String name;
    private final String arn;
    private final Settings settings;
    private final Clock clock;
    private final List<Message> messages = new ArrayList<>();
    private final List<Policy> policies = new CopyOnWriteArrayList<>();

    /**
     * What a template says of a queue.
     *
     * @param longestMessage in bytes
     */
    record Settings(
            Duration delay,
            Duration visibility,
            Duration retention,
            Duration longPoll,
            int longestMessage,
            Optional<Redrive> redrive) {}

    /** What one look at the messages finds: those to hand out, and those that go to the dead letters. */
    private record Look(List<Message> received, List<Message> dead) {}

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

    /** How long a received message is hidden from others. */
    public Duration visibility() {
        return settings.visibility();
    }

    Settings settings() {
        return settings;
    }

    List<Policy> policies() {
        return policies;
    }

    Message send(Sending sending) {
        Message message = Message.sent(sending, UUID.randomUUID().toString(), clock.instant());
        add(message);
        return message;
    }

    private synchronized void add(Message message) {
        messages.add(message);
        notifyAll();
    }

    /** Waits for at least one message, up to the given time. */
    List<Message> receive(int most, Duration visibility, Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        List<Message> received = take(most, visibility);
        for (long left = wait.toNanos(); received.isEmpty() && left > 0; left = end - System.nanoTime()) {
            awaitChange(Duration.ofNanos(left));
            received = take(most, visibility);
        }
        return received;
    }

    private synchronized void awaitChange(Duration longest) throws InterruptedException {
        Instant now = clock.instant();
        Duration next = messages.stream()
                .map(Message::visibleAt)
                .min(Comparator.naturalOrder())
                .map(time -> Duration.between(now, time))
                .orElse(longest);
        Duration wait = List.of(longest, next, LOOK_AGAIN).stream()
                .min(Comparator.naturalOrder())
                .orElseThrow();
        if (wait.isPositive()) {
            wait(wait.toMillis() + 1);
        }
    }

    private List<Message> take(int most, Duration visibility) {
        Look look = look(most, visibility);
        // Not under this queue's lock: two queues may be each other's dead letters.
        settings.redrive().ifPresent(redrive -> look.dead().forEach(redrive.deadLetters()::add));
        return look.received();
    }

    private synchronized Look look(int most, Duration visibility) {
        Instant now = clock.instant();
        messages.removeIf(message -> message.sentAt().plus(settings.retention()).isBefore(now));
        List<Message> dead = messages.stream()
                .filter(message -> message.isVisible(now) && isDead(message))
                .toList();
        messages.removeAll(dead);
        List<Message> received = new ArrayList<>();
        for (int i = 0; i < messages.size() && received.size() < most; i++) {
            if (messages.get(i).isVisible(now)) {
                messages.set(i, messages.get(i).received(UUID.randomUUID().toString(), now, now.plus(visibility)));
                received.add(messages.get(i));
            }
        }
        return new Look(received, dead);
    }

    private boolean isDead(Message message) {
        return settings.redrive()
                .filter(redrive -> message.receiveCount() >= redrive.mostReceipts())
                .isPresent();
    }

    synchronized void delete(Collection<String> receipts) {
        messages.removeIf(message -> receipts.contains(message.receipt()));
    }

    /** Makes every message visible now, as if its time had passed. */
    synchronized void hurry() {
        Instant now = clock.instant();
        messages.replaceAll(message -> message.isVisible(now) ? message : message.visibleAt(now));
        notifyAll();
    }

    synchronized int visible() {
        Instant now = clock.instant();
        return (int) messages.stream().filter(message -> message.isVisible(now)).count();
    }

    synchronized int inFlight() {
        return hidden(true);
    }

    synchronized int delayed() {
        return hidden(false);
    }

    private int hidden(boolean received) {
        Instant now = clock.instant();
        return (int) messages.stream()
                .filter(message -> !message.isVisible(now) && message.receiveCount() > 0 == received)
                .count();
    }
}
