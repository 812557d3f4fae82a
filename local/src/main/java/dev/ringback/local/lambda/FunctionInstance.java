package dev.ringback.local.lambda;

import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.iam.Credentials;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process of a function. It handles one event at a time and asks the Lambda Runtime API for the next. */
final class FunctionInstance {
    private final String id = UUID.randomUUID().toString();
    private final FunctionSpec spec;
    private final Credentials credentials;
    private final FunctionConsole console;
    private final Watcher watcher;
    private final long startedAt = System.nanoTime();
    /** Empty means that there will be no more. */
    private final BlockingQueue<Optional<Invocation>> events = new LinkedBlockingQueue<>();

    private Optional<Process> process = Optional.empty();
    private Optional<Running> running = Optional.empty();
    private Optional<Outcome> initFailure = Optional.empty();
    private boolean initialized;
    private boolean dead;

    private record Running(Invocation invocation, CompletableFuture<Outcome> outcome) {}

    /** Is told when an instance can take an event, and when it never will again. */
    interface Watcher {
        void idle(FunctionInstance instance);

        /** @param initFailure why it never could take one, when it ended before that */
        void ended(FunctionInstance instance, Optional<Outcome> initFailure);
    }

    FunctionInstance(FunctionSpec spec, Credentials credentials, FunctionConsole console, Watcher watcher) {
        this.spec = spec;
        this.credentials = credentials;
        this.console = console;
        this.watcher = watcher;
    }

    String id() {
        return id;
    }

    Credentials credentials() {
        return credentials;
    }

    /** Starts the process; the watcher hears when it is ready. */
    void start(ProcessBuilder builder, Duration initLimit) throws IOException {
        Process started = builder.start();
        synchronized (this) {
            process = Optional.of(started);
        }
        // Reading a process's pipe holds a virtual thread's carrier: as many functions as cores would stop everything.
        Thread.ofPlatform().daemon().start(() -> console.follow(started.getInputStream()));
        started.onExit().thenAccept(ended -> exited(ended.exitValue()));
        CompletableFuture.delayedExecutor(initLimit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> initTimedOut(initLimit));
    }

    /** Has the event handled; a function that takes longer than it may is killed. */
    Outcome handle(Invocation invocation) throws InterruptedException {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        synchronized (this) {
            if (dead) {
                return FailureText.exited(invocation.requestId(), 0);
            }
            running = Optional.of(new Running(invocation, outcome));
            events.add(Optional.of(invocation));
        }
        console.started(invocation);
        long start = System.nanoTime();
        try {
            return outcome.get(spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            outcome.complete(FailureText.timedOut(invocation.requestId(), spec.timeout()));
            console.line("Task timed out after " + spec.timeout().toMillis() / 1000.0 + " seconds");
            kill();
            return outcome.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            console.ended(invocation, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** Answers the function's question for its next event, as soon as there is one. */
    HttpAnswer next() throws InterruptedException {
        boolean first;
        synchronized (this) {
            first = !initialized;
            initialized = true;
        }
        if (first) {
            console.initialized(Duration.ofNanos(System.nanoTime() - startedAt));
        }
        watcher.idle(this);
        return events.take()
                .map(invocation -> new HttpAnswer(200, invocation.headers(), invocation.event()))
                .orElse(HttpAnswer.DROP);
    }

    /** Takes the function's answer or error; false when it is for no event that is being handled. */
    synchronized boolean finish(String requestId, Outcome outcome) {
        Optional<Running> finished =
                running.filter(current -> current.invocation().requestId().equals(requestId));
        finished.ifPresent(current -> {
            running = Optional.empty();
            current.outcome().complete(outcome);
        });
        return finished.isPresent();
    }

    synchronized void initFailed(byte[] error) {
        initFailure = Optional.of(new Outcome(true, error));
    }

    private void initTimedOut(Duration limit) {
        synchronized (this) {
            if (initialized || dead) {
                return;
            }
            initFailure = Optional.of(FailureText.initTimedOut(UUID.randomUUID().toString(), limit));
        }
        kill();
    }

    private void exited(int exitCode) {
        Optional<Outcome> failure;
        synchronized (this) {
            dead = true;
            running.ifPresent(current -> {
                console.line("Runtime exited, exit code " + exitCode);
                current.outcome()
                        .complete(FailureText.exited(current.invocation().requestId(), exitCode));
            });
            running = Optional.empty();
            failure = initialized
                    ? Optional.empty()
                    : initFailure.or(() ->
                            Optional.of(FailureText.exited(UUID.randomUUID().toString(), exitCode)));
        }
        events.add(Optional.empty());
        watcher.ended(this, failure);
    }

    /** Ends the process and what it started. */
    void kill() {
        Optional<Process> current;
        synchronized (this) {
            current = process;
        }
        current.ifPresent(started -> {
            started.descendants().forEach(ProcessHandle::destroyForcibly);
            started.destroyForcibly();
        });
    }
}
