package dev.ringback.callevents.phones;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.FixedClock;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private final FixedClock clock = new FixedClock();
    private final Connections connections = new Connections(clock);

    @Test
    void areKeptWhileTheyAreInUse() {
        HttpClient first = connections.current();
        clock.advance(Duration.ofSeconds(20));
        assertThat(connections.current()).isSameAs(first);
    }

    @Test
    void areReplacedAfterAPause() {
        HttpClient first = connections.current();
        clock.advance(Duration.ofSeconds(21));
        assertThat(connections.current()).isNotSameAs(first);
    }

    @Test
    void areNotLeftOpenWhenTheyAreForgotten() throws Exception {
        HttpClient first = connections.current();
        connections.forget();
        assertThat(first.awaitTermination(Duration.ofSeconds(10))).isTrue();
    }
}
