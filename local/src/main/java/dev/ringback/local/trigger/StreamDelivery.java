package dev.ringback.local.trigger;

import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.lambda.Callee;
import dev.ringback.local.lambda.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Has a function handle records in their order; none is passed over before it is handled or given up. */
final class StreamDelivery {
    private final Callee function;
    private final StreamSettings settings;
    private final Discarded discarded;
    private final IntFunction<Duration> waits;
    private final Clock clock;
    private final Consumer<String> console;

    /** What came of one attempt. */
    private sealed interface Attempt {
        record Throttled(String reason) implements Attempt {}

        record Done() implements Attempt {}

        /** @param first the place of the first record that failed */
        record Failed(int first, DiscardedBatch.Reply reply) implements Attempt {}
    }

    /** @param waits before the next attempt after so many failures */
    StreamDelivery(
            Callee function,
            StreamSettings settings,
            Discarded discarded,
            IntFunction<Duration> waits,
            Clock clock,
            Consumer<String> console) {
        this.function = function;
        this.settings = settings;
        this.discarded = discarded;
        this.waits = waits;
        this.clock = clock;
        this.console = console;
    }

    void deliver(StreamBatch batch) throws InterruptedException {
        Deque<StreamBatch> work = new ArrayDeque<>();
        work.push(batch);
        while (!work.isEmpty()) {
            StreamBatch next = withoutExpired(work.pop());
            if (!next.isEmpty()) {
                attempt(next).reversed().forEach(work::push);
            }
        }
    }

    private StreamBatch withoutExpired(StreamBatch batch) {
        int expired = batch.before(clock.instant().minus(settings.longestAge()));
        if (expired > 0) {
            discarded.add(DiscardedBatch.tooOld(batch.to(expired)));
        }
        return batch.from(expired);
    }

    /** What is left to do. */
    private List<StreamBatch> attempt(StreamBatch batch) throws InterruptedException {
        return switch (invoke(batch)) {
            case Attempt.Done() -> List.of();
            case Attempt.Throttled(String reason) -> {
                console.accept(function.label() + " | Records of a stream have to wait: " + reason);
                Thread.sleep(waits.apply(batch.failures() + 1));
                yield List.of(batch);
            }
            case Attempt.Failed(int first, var reply) -> afterFailure(batch, first, reply);
        };
    }

    private Attempt invoke(StreamBatch batch) throws InterruptedException {
        String requestId = UUID.randomUUID().toString();
        try {
            Outcome outcome = function.invoke(requestId, batch.event());
            return judge(batch, outcome, new DiscardedBatch.Reply(requestId, function.version(), outcome.failed()));
        } catch (AwsFailure throttled) {
            return new Attempt.Throttled(throttled.getMessage());
        }
    }

    private Attempt judge(StreamBatch batch, Outcome outcome, DiscardedBatch.Reply reply) {
        if (outcome.failed()) {
            return new Attempt.Failed(0, reply);
        }
        if (!settings.reportsItems()) {
            return new Attempt.Done();
        }
        Optional<Set<String>> failures = BatchAnswer.failures(outcome.payload(), batch.sequenceNumbers());
        if (failures.isPresent() && failures.get().isEmpty()) {
            return new Attempt.Done();
        }
        return new Attempt.Failed(failures.map(batch::firstOf).orElse(0), reply);
    }

    // A batch that gets smaller is not counted as tried again, as Lambda's documentation says of bisecting.
    private List<StreamBatch> afterFailure(StreamBatch batch, int first, DiscardedBatch.Reply reply)
            throws InterruptedException {
        StreamBatch rest = batch.from(first);
        if (settings.halves() && first > 0) {
            return List.of(rest);
        }
        if (settings.halves() && reply.failed() && rest.size() > 1) {
            int half = rest.size() / 2;
            return List.of(rest.to(half), rest.from(half));
        }
        StreamBatch failed = rest.failed();
        if (!settings.allows(failed.failures())) {
            discarded.add(DiscardedBatch.exhausted(failed, reply));
            return List.of();
        }
        Duration wait = waits.apply(failed.failures());
        console.accept("%s | %d records of a stream failed; attempt %d follows in %.1f s."
                .formatted(function.label(), failed.size(), failed.failures() + 1, wait.toMillis() / 1000.0));
        Thread.sleep(wait);
        return List.of(failed);
    }
}
