package dev.ringback.appsyncjs;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;

/** Ends evaluations that take too long. */
final class TimeLimit implements AutoCloseable {
    private final Duration longest;
    private final ScheduledThreadPoolExecutor watch;

    TimeLimit(Duration longest) {
        this.longest = longest;
        this.watch = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("appsync-js-time-limit").factory());
        watch.setRemoveOnCancelPolicy(true);
    }

    /** Does the work; cancels the context it works in when its time is up, and says so. */
    <T> T run(Context context, Supplier<T> work) {
        AtomicBoolean over = new AtomicBoolean();
        Future<?> end = watch.schedule(() -> cancel(context, over), longest.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return work.get();
        } catch (RuntimeException cancelled) {
            throw over.get() ? new TimeUp(longest, cancelled) : cancelled;
        } finally {
            end.cancel(false);
        }
    }

    /** Not on the watching thread, as closing waits until the evaluation has noticed. */
    private static void cancel(Context context, AtomicBoolean over) {
        over.set(true);
        Thread.ofPlatform().daemon().name("appsync-js-cancel").start(() -> context.close(true));
    }

    @Override
    public void close() {
        watch.shutdownNow();
        watch.close();
    }

    /** An evaluation was stopped. */
    static final class TimeUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TimeUp(Duration longest, RuntimeException cancelled) {
            super("stopped after %d ms".formatted(longest.toMillis()), cancelled);
        }
    }
}
