package dev.ringback.callkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.media.bandwidth.FakeBandwidth;
import dev.ringback.calling.media.bandwidth.Fault;
import dev.ringback.functionkit.Environment;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallKeeperHandlerTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final FunctionUnderTest function = new FunctionUnderTest(backend);

    @AfterEach
    void stop() {
        function.close();
    }

    @Test
    void releasesACallThatEnded() throws Exception {
        Call call = ended();
        assertThat(function.send("ended.json", call.id())).isEmpty();
        assertThat(deletions()).isEqualTo(3);
        assertThat(stored(call).leaseUntil()).isEmpty();
    }

    @Test
    void doesNotAskForARepetitionWhenBandwidthFails() throws Exception {
        Call call = ended();
        function.bandwidth.spoil("deleteSession", Fault.status(500), Fault.status(500));
        assertThat(function.send("ended.json", call.id())).isEmpty();
        assertThat(stored(call).leaseUntil()).contains(backend.clock.instant().plusSeconds(30));
    }

    @Test
    void endsACallThatRangInVain() throws Exception {
        Call call = ringing();
        backend.clock.advance(Duration.ofSeconds(50));
        function.send("rings-over.json", call.id());
        assertThat(stored(call).state()).isEqualTo(CallState.MISSED);
    }

    @Test
    void asksForTheMessagesAgainThatItCouldNotHandle() throws Exception {
        Call call = ringing();
        assertThat(function.send("rings-over.json", call.id()))
                .extracting(failure -> failure.path("itemIdentifier").asText())
                .containsExactly("message-of-" + call.id(), "message-that-nobody-can-read");
    }

    @Test
    void sweepsWhenItIsTime() throws Exception {
        Call call = ringing();
        backend.clock.advance(Duration.ofMinutes(2));
        assertThat(function.send("sweep.json", "none")).isEmpty();
        assertThat(stored(call).state()).isEqualTo(CallState.MISSED);
    }

    @Test
    void saysInOneLineWhatItDid() throws Exception {
        Call call = ringing();
        backend.clock.advance(Duration.ofMinutes(2));
        function.send("sweep.json", call.id());
        assertThat(function.log())
                .containsOnlyOnce("\"event\":\"swept\"")
                .contains("\"requestId\":\"invocation-1\"", "\"ended\":1", "\"failed\":0");
    }

    @Test
    void refusesAnEventOfAnotherSource() {
        assertThatThrownBy(() -> function.send("unknown.json", "none")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAMissingVariable() {
        Environment environment = new Environment(Map.of("AWS_REGION", "eu-central-1", "ENVIRONMENT_NAME", "test"));
        assertThatThrownBy(() -> Wiring.of(environment))
                .hasMessage("The environment variable BANDWIDTH_SECRET_ARN is missing.");
    }

    @Test
    void startsWithTheVariablesItIsGiven() {
        Environment environment = new Environment(Map.of(
                "AWS_REGION", "eu-central-1",
                "ENVIRONMENT_NAME", "test",
                "CALLS_TABLE", "calls",
                "DEVICE_INFO_TABLE", "devices",
                "BANDWIDTH_SECRET_ARN", "arn:secret"));
        assertThat(new CallKeeperHandler(Wiring.of(environment))).isNotNull();
    }

    private Call ringing() {
        return SampleCalls.ringing(backend, backend.device("ada"), backend.device("bob"));
    }

    private Call ended() {
        Call call = SampleCalls.answered(backend, backend.device("ada"), backend.device("bob"));
        return backend.ending.hangUp(call, call.callerId(), Optional.empty()).call();
    }

    private Call stored(Call call) {
        return backend.calls.find(call.id()).orElseThrow();
    }

    private long deletions() {
        return function.bandwidth.seen().stream()
                .map(FakeBandwidth.Seen::operation)
                .filter(operation -> operation.startsWith("delete"))
                .count();
    }
}
