package dev.ringback.local.lambda;

import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.sqs.Queues;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Handles events that nobody waits for: again after a failure, and to a queue when that does not help. */
public final class AsyncInvoker implements AutoCloseable {
    /** Lambda's waits before the second and the third attempt. */
    public static final List<Duration> WAITS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2));

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queues queues;
    private final List<Duration> waits;
    private final Consumer<String> console;

    public AsyncInvoker(Queues queues, List<Duration> waits, Consumer<String> console) {
        this.queues = queues;
        this.waits = List.copyOf(waits);
        this.console = console;
    }

    void accept(Target target, Invocation.Request request) {
        threads.submit(() -> {
            try {
                handle(target, request);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                console.accept(target.pool().spec().label() + " | The event " + request.requestId() + " is lost: "
                        + e.getMessage());
            }
        });
    }

    private void handle(Target target, Invocation.Request request) throws InterruptedException {
        AsyncSettings settings = target.function().asyncSettings(target.qualifier());
        Instant arrived = Instant.now();
        Optional<Outcome> last = Optional.empty();
        for (int attempt = 1; attempt <= settings.retries() + 1; attempt++) {
            if (attempt > 1) {
                pause(target, request, attempt);
            }
            if (arrived.plus(settings.longestAge()).isBefore(Instant.now())) {
                fail(target, settings, DestinationRecord.expired(target, request, attempt - 1, last));
                return;
            }
            Outcome outcome = attempt(target, request);
            if (!outcome.failed()) {
                succeed(target, settings, DestinationRecord.succeeded(target, request, attempt, outcome));
                return;
            }
            last = Optional.of(outcome);
        }
        fail(target, settings, DestinationRecord.exhausted(target, request, settings.retries() + 1, last));
    }

    private void pause(Target target, Invocation.Request request, int attempt) throws InterruptedException {
        Duration wait = waits.get(Math.min(attempt - 2, waits.size() - 1));
        console.accept("%s | The event %s failed; attempt %d follows in %d s."
                .formatted(target.pool().spec().label(), request.requestId(), attempt, wait.toSeconds()));
        Thread.sleep(wait);
    }

    /** An event that found no free instance has failed like any other. */
    private static Outcome attempt(Target target, Invocation.Request request) throws InterruptedException {
        try {
            return target.pool().invoke(request);
        } catch (AwsFailure throttled) {
            return FailureText.notStarted(throttled.getMessage());
        }
    }

    private void fail(Target target, AsyncSettings settings, String failure) {
        settings.onFailure()
                .ifPresentOrElse(
                        queue -> send(target, queue, failure),
                        () -> console.accept(target.pool().spec().label()
                                + " | An asynchronous event failed for good, and there is no queue for it."));
    }

    private void succeed(Target target, AsyncSettings settings, String success) {
        settings.onSuccess().ifPresent(queue -> send(target, queue, success));
    }

    private void send(Target target, String queueArn, String message) {
        var queue =
                queues.withArn(queueArn).orElseThrow(() -> new IllegalStateException("there is no queue " + queueArn));
        queues.send(queue, message, target.pool().spec().principal());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
