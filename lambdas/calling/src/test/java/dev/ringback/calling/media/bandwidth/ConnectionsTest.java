package dev.ringback.calling.media.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final Connections connections = new Connections(Limits.standard(), now::get);

    @Test
    void areReusedSoonAfter() {
        var before = connections.current();
        now.set(now.get().plusSeconds(20));
        assertThat(connections.current()).isSameAs(before);
    }

    @Test
    void areReplacedAfterAPause() {
        var before = connections.current();
        now.set(now.get().plusSeconds(21));
        assertThat(connections.current()).isNotSameAs(before);
    }

    @Test
    void measureThePauseFromTheLastUse() {
        var before = connections.current();
        now.set(now.get().plusSeconds(15));
        connections.current();
        now.set(now.get().plusSeconds(15));
        assertThat(connections.current()).isSameAs(before);
    }
}
