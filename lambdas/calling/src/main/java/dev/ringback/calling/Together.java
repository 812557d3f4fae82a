package dev.ringback.calling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Runs the independent requests of one step at the same time, each on a virtual thread, and waits for all of them. */
public final class Together {
    private Together() {}

    /** One task's end: exactly one of value and failure is set, unless the task returned null. */
    public record Outcome<T>(T value, Exception failure) {
        public boolean succeeded() {
            return failure == null;
        }

        public T orThrow() {
            if (failure instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            return value;
        }
    }

    /** The ends of two tasks whose results are of different kinds. */
    public record Both<A, B>(Outcome<A> first, Outcome<B> second) {
        public boolean succeeded() {
            return first.succeeded() && second.succeeded();
        }
    }

    /** Waits for both, so bound each one's time. */
    public static <A, B> Both<A, B> both(Callable<A> first, Callable<B> second) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<A> one = executor.submit(first);
            Future<B> other = executor.submit(second);
            return new Both<>(outcome(one), outcome(other));
        }
    }

    /** Outcomes in the order of the tasks. Waits for every task, so bound each one's time. */
    public static <T> List<Outcome<T>> run(List<Callable<T>> tasks) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> task : tasks) {
                futures.add(executor.submit(task));
            }
            return futures.stream().map(Together::outcome).toList();
        }
    }

    /** The same with at most so many running at a time. */
    public static <T> List<Outcome<T>> run(List<Callable<T>> tasks, int atMost) {
        Semaphore places = new Semaphore(atMost);
        List<Callable<T>> waiting = new ArrayList<>();
        for (Callable<T> task : tasks) {
            waiting.add(() -> {
                places.acquire();
                try {
                    return task.call();
                } finally {
                    places.release();
                }
            });
        }
        return run(waiting);
    }

    private static <T> Outcome<T> outcome(Future<T> future) {
        try {
            return new Outcome<>(future.get(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome<>(null, e);
        } catch (ExecutionException e) {
            return new Outcome<>(null, e.getCause() instanceof Exception cause ? cause : e);
        }
    }
}
