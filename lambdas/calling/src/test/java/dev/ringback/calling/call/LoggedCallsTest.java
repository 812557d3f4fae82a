package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.CallStore.Answer;
import dev.ringback.calling.call.CallStore.NewCall;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoggedCallsTest {
    private static final String TRACE = "1-6a5c0f3e-0123456789abcdef01234567";

    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoggedCalls calls = new LoggedCalls(backend.calls, backend.telemetry);

    @Test
    void aCallThatIsFoundIsWhatTheLogIsAboutUnderTheTraceThatMadeIt() {
        Call call = reserved();
        calls.find(call.id());
        assertThat(backend.telemetry.subjects().getLast()).isEqualTo(Map.of("callId", call.id(), "traceId", TRACE));
    }

    @Test
    void soIsOneThatIsBeingMade() {
        Call call = reserved();
        assertThat(backend.telemetry.subjects()).containsExactly(Map.of("callId", call.id(), "traceId", TRACE));
    }

    @Test
    void soIsOneWhoseAnswerIsRefused() {
        Call call = reserved();
        Instant now = backend.clock.instant();
        calls.answer(new Answer(call.id(), call.callerId(), "ada", now, now, now));
        assertThat(backend.telemetry.subjects()).hasSize(2);
        assertThat(backend.telemetry.subjects().getLast()).containsEntry("callId", call.id());
    }

    @Test
    void aCallOfBeforeThereWereTracesHasNone() {
        Call call = SampleCalls.reserved(backend, backend.device("ada"), backend.device("bob"));
        calls.find(call.id());
        assertThat(backend.telemetry.subjects()).containsExactly(Map.of("callId", call.id()));
    }

    @Test
    void whatIsNotFoundIsNotLogged() {
        calls.find("unknown");
        assertThat(backend.telemetry.subjects()).isEmpty();
    }

    private Call reserved() {
        Instant now = backend.clock.instant();
        Call call = Call.begin(
                        "c-1",
                        new Parties(backend.device("ada"), "ada", backend.device("bob")),
                        now,
                        now.plusSeconds(45),
                        now.plusSeconds(30))
                .tracedAs(Optional.of(TRACE));
        CallRate rate = CallRate.of("ada", now, new CallLimits(10));
        calls.reserve(new NewCall(call, now.plusSeconds(3600), Optional.empty(), rate));
        return call;
    }
}
