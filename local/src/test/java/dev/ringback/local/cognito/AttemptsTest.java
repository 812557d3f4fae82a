package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.testserver.AdjustableClock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final int PARALLEL = 20;

    private final Attempts attempts = Attempts.ofPasswords(new AdjustableClock());
    private final AtomicInteger checks = new AtomicInteger();

    @Test
    void countsGuessesInParallelLikeGuessesInARow() throws Exception {
        List<Future<Optional<String>>> guesses = parallel(Optional.empty());

        assertThat(checks).hasValue(5);
        assertThat(guesses)
                .filteredOn(guess -> guess.state() == Future.State.FAILED)
                .hasSize(PARALLEL - 5);
    }

    @Test
    void letsOneWhoKnowsComeInManyTimesAtOnce() throws Exception {
        assertThat(parallel(Optional.of("ada"))).allMatch(guess -> guess.state() == Future.State.SUCCESS);
    }

    private List<Future<Optional<String>>> parallel(Optional<String> found) throws InterruptedException {
        Callable<Optional<String>> attempt = () -> attempts.attempt("key", IllegalStateException::new, () -> {
            checks.incrementAndGet();
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            return found;
        });
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(Collections.nCopies(PARALLEL, attempt));
        }
    }
}
