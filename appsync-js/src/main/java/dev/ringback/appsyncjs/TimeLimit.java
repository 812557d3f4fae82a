package dev.ringback.appsyncjs;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

    Duration longest() {
        return longest;
    }

    /** Does the work; cancels the context it works in when its time is up. */
    <T> T run(Context context, Supplier<T> work) {
        Future<?> end = watch.schedule(() -> cancel(context), longest.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return work.get();
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /** Not on the watching thread, as closing waits until the evaluation has noticed. */
    private static void cancel(Context context) {
        Thread.ofVirtual().start(() -> context.close(true));
    }
}
