package dev.ringback.local.lambda;

import dev.ringback.local.aws.AwsFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The processes of one version of a function: kept for the next event, and more of them when they are all busy. */
final class InstancePool implements FunctionInstance.Watcher, AutoCloseable {
    // Most events take less time than a JVM takes to start.
    private static final Duration BEFORE_ANOTHER_STARTS = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final FunctionSpec spec;
    private final InstanceStarter starter;
    private final Set<FunctionInstance> live = new HashSet<>();
    private final Deque<FunctionInstance> idle = new ArrayDeque<>();
    private final Deque<CompletableFuture<Place>> waiting = new ArrayDeque<>();
    private final Set<FunctionInstance> starting = new HashSet<>();
    private boolean closed;

    /** What a waiting event gets: an instance, or the reason why one could not be started. */
    private sealed interface Place {
        record Free(FunctionInstance instance) implements Place {}

        record Failed(Outcome outcome) implements Place {}
    }

    InstancePool(FunctionSpec spec, InstanceStarter starter) {
        this.spec = spec;
        this.starter = starter;
    }

    FunctionSpec spec() {
        return spec;
    }

    Outcome invoke(Invocation.Request request) throws InterruptedException {
        return switch (place()) {
            case Place.Free(FunctionInstance instance) -> instance.handle(request.within(spec.timeout()));
            case Place.Failed(Outcome outcome) -> outcome;
        };
    }

    /** Starts one instance ahead of the first event. */
    CompletableFuture<Optional<Outcome>> warmUp() {
        CompletableFuture<Place> place = enqueue();
        startAnother();
        return place.thenApply(found -> switch (found) {
            case Place.Free(FunctionInstance instance) -> {
                idle(instance);
                yield Optional.empty();
            }
            case Place.Failed(Outcome outcome) -> Optional.of(outcome);
        });
    }

    private Place place() throws InterruptedException {
        CompletableFuture<Place> place = enqueue();
        try {
            return place.get(someLive() ? BEFORE_ANOTHER_STARTS.toMillis() : 0, TimeUnit.MILLISECONDS);
        } catch (TimeoutException allBusy) {
            startAnother();
            return await(place);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Place await(CompletableFuture<Place> place) throws InterruptedException {
        try {
            return place.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            synchronized (this) {
                if (waiting.remove(place)) {
                    throw new AwsFailure(429, "TooManyRequestsException", "Rate Exceeded.");
                }
            }
            return place.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized CompletableFuture<Place> enqueue() {
        if (closed) {
            throw new AwsFailure(503, "ServiceException", "The local runtime is stopping.");
        }
        CompletableFuture<Place> place = new CompletableFuture<>();
        if (idle.isEmpty()) {
            waiting.add(place);
        } else {
            place.complete(new Place.Free(idle.pop()));
        }
        return place;
    }

    private synchronized boolean someLive() {
        return !live.isEmpty();
    }

    private void startAnother() {
        FunctionInstance instance;
        synchronized (this) {
            if (closed || live.size() >= spec.mostInstances() || starting.size() >= waiting.size()) {
                return;
            }
            instance = starter.instance(spec, this);
            live.add(instance);
            starting.add(instance);
        }
        try {
            starter.start(spec, instance);
        } catch (IOException e) {
            ended(instance, Optional.of(FailureText.notStarted(e.getMessage())));
            return;
        }
        boolean tooLate;
        synchronized (this) {
            tooLate = closed;
        }
        if (tooLate) {
            instance.kill();
        }
    }

    @Override
    public synchronized void idle(FunctionInstance instance) {
        starting.remove(instance);
        if (waiting.isEmpty()) {
            idle.push(instance);
        } else {
            waiting.poll().complete(new Place.Free(instance));
        }
    }

    @Override
    public void ended(FunctionInstance instance, Optional<Outcome> initFailure) {
        synchronized (this) {
            live.remove(instance);
            starting.remove(instance);
            idle.remove(instance);
            if (initFailure.isPresent() && !waiting.isEmpty()) {
                waiting.poll().complete(new Place.Failed(initFailure.get()));
            }
        }
        startAnother();
    }

    @Override
    public void close() {
        Set<FunctionInstance> ending;
        synchronized (this) {
            closed = true;
            ending = Set.copyOf(live);
            waiting.forEach(place -> place.complete(new Place.Failed(FailureText.exited("", 0))));
            waiting.clear();
        }
        ending.forEach(FunctionInstance::kill);
    }
}
