package dev.ringback.appsyncjs;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Globals made ahead of the evaluations that will use them, as making them takes longer than most handlers. */
final class PreparedGlobals implements AutoCloseable {
    /** The evaluations of a pipeline of three functions, which follow each other faster than globals are made. */
    private static final int MOST = 8;

    private final Queue<Globals> ready = new ArrayBlockingQueue<>(MOST);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("appsync-js-preparation").factory());
    private final Supplier<Globals> making;

    PreparedGlobals(Supplier<Globals> making) {
        this.making = making;
    }

    /** Gives globals nobody has used; has others made meanwhile. */
    Globals take() {
        Globals globals = Optional.ofNullable(ready.poll()).orElseGet(making);
        thread.submit(this::prepare);
        return globals;
    }

    /** A failure is not lost: the next evaluation finds none ready, and fails to make its own. */
    private void prepare() {
        while (ready.size() < MOST) {
            ready.add(making.get());
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
