package dev.ringback.appsyncjs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** The threads that evaluate: JavaScript that only computes would never leave a virtual thread's carrier to others. */
final class EvaluationThreads implements AutoCloseable {
    private final ExecutorService threads;

    EvaluationThreads(int count) {
        this.threads = Executors.newFixedThreadPool(
                count,
                Thread.ofPlatform().daemon().name("appsync-js-evaluation-", 1).factory());
    }

    /** Does the work on one of them, while the caller waits. */
    <T> T run(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (RejectedExecutionException closed) {
            throw closed(closed);
        } catch (CompletionException failed) {
            if (threads.isShutdown()) {
                throw closed(failed.getCause());
            }
            throw failed.getCause() instanceof RuntimeException thrown ? thrown : failed;
        }
    }

    private static IllegalStateException closed(Throwable cause) {
        return new IllegalStateException("the APPSYNC_JS runtime is closed", cause);
    }

    /** Takes no more work. */
    void refuse() {
        threads.shutdown();
    }

    /** Waits for what it has taken. */
    @Override
    public void close() {
        threads.close();
    }
}
