package dev.ringback.callkeeper;

import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.RecordingTelemetry.Count;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.functionkit.WorkTime;
import dev.ringback.telemetry.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Calls in every state, and the parts of the function that look after them. */
abstract class KeeperTest {
    /** Calls that cannot be read. */
    final Set<String> broken = ConcurrentHashMap.newKeySet();

    final InMemoryBackend backend = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
        @Override
        public Optional<Call> find(String callId) {
            if (broken.contains(callId)) {
                throw new IllegalStateException("broken");
            }
            return super.find(callId);
        }
    });
    final MediaRelease release =
            new MediaRelease(backend.calls, backend.mediaProvider, backend.clock, backend.telemetry);
    final EachCall each = new EachCall(backend.telemetry);

    Call ringing() {
        return SampleCalls.ringing(backend, backend.device("ada"), backend.device("bob"));
    }

    Call answered() {
        return SampleCalls.answered(backend, backend.device("ada"), backend.device("bob"));
    }

    /** Over just now, with media. */
    Call ended() {
        return hungUp(answered());
    }

    /** Over just now, without media. */
    Call endedBeforeItRang() {
        return hungUp(SampleCalls.reserved(backend, backend.device("ada"), backend.device("bob")));
    }

    Call stored(Call call) {
        return backend.calls.find(call.id()).orElseThrow();
    }

    /** Enough for everything, unless the clock is advanced. */
    WorkTime time() {
        return WorkTime.of(backend.clock, 10_000, Duration.ZERO);
    }

    WorkTime noTime() {
        return WorkTime.of(backend.clock, 10_000, Duration.ofSeconds(10));
    }

    List<Count> counted(Metric metric) {
        return backend.telemetry.counts().stream()
                .filter(count -> count.metric().equals(metric))
                .toList();
    }

    /** The fields of the one line that was written of this kind. */
    Map<String, ?> reported(String event) {
        return backend.telemetry.events().stream()
                .filter(line -> line.event().equals(event))
                .reduce((one, other) -> {
                    throw new AssertionError("more than one line");
                })
                .orElseThrow()
                .fields();
    }

    private Call hungUp(Call call) {
        return backend.ending.hangUp(call, call.callerId(), Optional.empty()).call();
    }
}
