package dev.ringback.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.calling.Together.Outcome;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {
    @Test
    void runsTheTasksAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        Callable<Boolean> meets = () -> {
            both.countDown();
            return both.await(10, TimeUnit.SECONDS);
        };

        assertThat(Together.run(List.of(meets, meets)))
                .extracting(Outcome::value)
                .containsOnly(true);
    }

    @Test
    void keepsTheOrderOfTheTasks() {
        assertThat(Together.run(List.of(() -> 1, () -> 2, () -> 3)))
                .extracting(Outcome::value)
                .containsExactly(1, 2, 3);
    }

    @Test
    void letsTheOthersFinishWhenOneFails() {
        IllegalStateException failure = new IllegalStateException("one failed");
        Callable<Integer> fails = () -> {
            throw failure;
        };

        assertThat(Together.run(List.of(fails, () -> 2)))
                .containsExactly(new Outcome<>(null, failure), new Outcome<>(2, null));
    }

    @Test
    void throwsATasksFailureOnDemand() {
        assertThatThrownBy(() -> new Outcome<>(null, new IllegalStateException("failed")).orThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("failed");
    }

    @Test
    void runsNoMoreThanSoManyAtATime() {
        AtomicInteger running = new AtomicInteger();
        Callable<Integer> task = () -> {
            int now = running.incrementAndGet();
            Thread.yield();
            running.decrementAndGet();
            return now;
        };

        assertThat(Together.run(IntStream.range(0, 200).mapToObj(_ -> task).toList(), 3))
                .extracting(Outcome::value)
                .allMatch(now -> now <= 3);
    }
}
