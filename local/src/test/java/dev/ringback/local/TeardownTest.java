package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeardownTest {
    private final Teardown teardown = new Teardown();
    private final List<String> closed = new ArrayList<>();

    @Test
    void closesTheLatestFirst() {
        teardown.add(() -> closed.add("first"));
        teardown.add(() -> closed.add("second"));

        teardown.close();

        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void closesTheRestWhenOneFails() {
        teardown.add(() -> closed.add("first"));
        teardown.add(() -> {
            throw new AssertionError("stuck");
        });

        assertThatThrownBy(teardown::close).hasMessage("Something did not stop: stuck");
        assertThat(closed).containsExactly("first");
    }

    @Test
    void leavesTheFailureBeforeItTheOneToTellOf() {
        IOException cause = new IOException("the port is taken");
        teardown.add(() -> {
            throw new IOException("stuck");
        });

        teardown.closeAfter(cause);

        assertThat(cause.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("Something did not stop: stuck");
    }
}
