package dev.ringback.local.trigger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The mappings that exist; they poll from their start on. */
public final class EventSourceMappings implements AutoCloseable {
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final List<Poller> pollers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<String> console;

    public EventSourceMappings(Consumer<String> console) {
        this.console = console;
    }

    void add(Poller poller) {
        pollers.add(poller);
    }

    /** Comes back when nothing that happens from then on can be missed. */
    public void start() {
        pollers.forEach(Poller::prepare);
        pollers.forEach(poller -> threads.execute(() -> keepRunning(poller)));
    }

    private void keepRunning(Poller poller) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                runOnce(poller);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOnce(Poller poller) throws InterruptedException {
        try {
            poller.run();
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                console.accept(poller.label() + " | Polling failed: " + e.getMessage());
                Thread.sleep(BEFORE_TRYING_AGAIN);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("A poller does not stop.");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
