package dev.ringback.callkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.DynamoDbCallHistory;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.dynamodb.LocalTables;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A call whose stream and queue both stayed silent, on the real tables. */
@ExtendWith(LocalTables.class)
class SweepOfTablesTest {
    private final InMemoryBackend backend;
    private final FunctionUnderTest function;
    private Call call;

    SweepOfTablesTest(LocalTables.Tables tables) {
        backend = new InMemoryBackend(
                new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices(), new FixedClock()),
                new DynamoDbCallStore(tables.dynamoDb(), tables.calls(), tables.devices()),
                new DynamoDbCallHistory(tables.dynamoDb(), tables.calls()));
        function = new FunctionUnderTest(backend);
    }

    @BeforeEach
    void ring() {
        call = SampleCalls.ringing(backend, backend.device("ada"), backend.device("bob"));
    }

    @AfterEach
    void stop() {
        function.close();
    }

    @Test
    void endsIt() throws Exception {
        sweepAfter(Duration.ofMinutes(2));
        assertThat(stored().state()).isEqualTo(CallState.MISSED);
        assertThat(backend.isFree(call.callerId())).isTrue();
    }

    @Test
    void releasesItAMinuteLater() throws Exception {
        sweepAfter(Duration.ofMinutes(2));
        sweepAfter(Duration.ofMinutes(1));
        assertThat(function.bandwidth.seen()).anyMatch(seen -> seen.path().endsWith("session-of-" + call.id()));
        assertThat(stored().leaseUntil()).isEmpty();
    }

    @Test
    void thenHasNothingLeftToDo() throws Exception {
        sweepAfter(Duration.ofMinutes(2));
        sweepAfter(Duration.ofMinutes(1));
        assertThat(backend.calls.overdue(backend.clock.instant().plus(Duration.ofDays(1)), 10))
                .isEmpty();
    }

    private void sweepAfter(Duration time) throws Exception {
        backend.clock.advance(time);
        function.send("sweep.json", call.id());
    }

    private Call stored() {
        return backend.calls.find(call.id()).orElseThrow();
    }
}
