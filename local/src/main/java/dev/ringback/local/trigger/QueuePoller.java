package dev.ringback.local.trigger;

import dev.ringback.local.sqs.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Receives the messages of a queue and has a function handle them, several batches at a time. */
final class QueuePoller implements Poller {
    private static final Duration LONG_POLL = Duration.ofSeconds(20);
    private static final int MOST_AT_ONCE = 10;

    private final QueueSource source;
    private final Batching batching;
    private final QueueDelivery delivery;
    private final int mostBatches;

    QueuePoller(QueueSource source, Batching batching, QueueDelivery delivery, int mostBatches) {
        this.source = source;
        this.batching = batching;
        this.delivery = delivery;
        this.mostBatches = mostBatches;
    }

    @Override
    public String label() {
        return source.function().label();
    }

    @Override
    public void prepare() {
        // A queue keeps its messages.
    }

    @Override
    public void run() throws InterruptedException {
        Semaphore free = new Semaphore(mostBatches);
        ExecutorService batches = Executors.newVirtualThreadPerTaskExecutor();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                free.acquire();
                List<Message> messages = gather();
                batches.execute(() -> handle(messages, free));
            }
        } finally {
            batches.shutdownNow();
            batches.awaitTermination(1, TimeUnit.SECONDS);
        }
    }

    private void handle(List<Message> messages, Semaphore free) {
        try {
            delivery.deliver(messages);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    private List<Message> gather() throws InterruptedException {
        List<Message> messages = new ArrayList<>(receive(batching.size(), LONG_POLL));
        long end = System.nanoTime() + batching.window().toNanos();
        while (!messages.isEmpty() && messages.size() < batching.size()) {
            List<Message> more = receive(batching.size() - messages.size(), Duration.ofNanos(end - System.nanoTime()));
            if (more.isEmpty()) {
                break;
            }
            messages.addAll(more);
        }
        return messages;
    }

    private List<Message> receive(int most, Duration wait) throws InterruptedException {
        return source.receive(Math.min(most, MOST_AT_ONCE), wait);
    }
}
