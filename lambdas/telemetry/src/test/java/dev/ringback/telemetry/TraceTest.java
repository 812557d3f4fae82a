package dev.ringback.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceTest {
    private final Throwable thrown =
            new IllegalStateException("body was {\"x\":1}", new IllegalArgumentException("Ada"));

    @Test
    void namesTheClassesDownToTheCause() {
        assertThat(Trace.of(thrown))
                .contains("java.lang.IllegalStateException", "caused by java.lang.IllegalArgumentException");
    }

    @Test
    void showsWhereItHappened() {
        assertThat(Trace.of(thrown)).contains("dev.ringback.telemetry.TraceTest");
    }

    @Test
    void leavesMessagesOut() {
        assertThat(Trace.of(thrown)).doesNotContain("body was").doesNotContain("Ada");
    }

    @Test
    void endsWithACauseThatNamesItself() {
        Throwable last = new IllegalStateException();
        Throwable first = new IllegalStateException(last);
        last.initCause(first);
        assertThat(Trace.of(first).split("caused by")).hasSize(4);
    }
}
