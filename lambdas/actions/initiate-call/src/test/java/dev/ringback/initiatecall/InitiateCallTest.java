package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.RecordingTelemetry.Count;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.FakeMediaProvider;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.device.Device;
import dev.ringback.telemetry.Metric;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call whom, and what the caller is told. */
class InitiateCallTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");
    private final String carl = backend.device("carl");

    @Test
    void theCallKeepsTheTraceOfTheRequestThatMadeIt() {
        backend.telemetry.traced("1-6a5c0f3e-0123456789abcdef01234567");
        Call call = stored(initiate(anna, bob).get("callId").textValue());
        assertThat(call.noted().traceId()).contains("1-6a5c0f3e-0123456789abcdef01234567");
    }

    @Test
    void answersTheCallersTokenAndTheCall() {
        JsonNode answer = initiate(anna, bob);

        String callId = answer.get("callId").textValue();
        assertThat(answer.toString())
                .isEqualTo(("{\"token\":\"caller token of %s\",\"callId\":\"%s\","
                                + "\"ringUntil\":\"2026-03-01T12:00:45Z\"}")
                        .formatted(callId, callId));
    }

    @Test
    void ringsTheCallee() {
        String callId = initiate(anna, bob).get("callId").textValue();

        assertThat(backend.ringer.rung()).containsExactly(callId);
    }

    @Test
    void storesTheCallWithItsMedia() {
        Call call = stored(initiate(anna, bob).get("callId").textValue());

        assertThat(call.media()).contains(FakeMediaProvider.media(call.id()));
        assertThat(call.state()).isEqualTo(CallState.RINGING);
        assertThat(call.version()).isEqualTo(1);
        assertThat(call.parties().callerOwner()).isEqualTo("anna");
        assertThat(call.parties().calleeOwner()).contains("bob");
    }

    @Test
    void leavesTheCallAsLongAsItRingsAndTheTimeOutMayTake() {
        Call call = stored(initiate(anna, bob).get("callId").textValue());

        assertThat(call.leaseUntil()).contains(call.ringUntil().plusSeconds(20));
    }

    @Test
    void holdsBothDevices() {
        String callId = initiate(anna, bob).get("callId").textValue();

        assertThat(backend.devices.find(anna).flatMap(Device::callId)).contains(callId);
        assertThat(backend.devices.find(bob).flatMap(Device::callId)).contains(callId);
    }

    @Test
    void refusesADeviceThatCallsItself() {
        assertThat(refusal(anna, anna)).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(backend.isFree(anna)).isTrue();
    }

    @Test
    void refusesACallerThatIsNotTheUsers() {
        assertThat(refusal(carl, bob)).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
        assertThat(backend.isFree(carl)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void refusesAnUnknownCaller() {
        assertThat(refusal("unknown", bob)).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
    }

    @Test
    void refusesAnUnknownCallee() {
        assertThat(refusal(anna, "unknown")).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
        assertThat(backend.isFree(anna)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "token#00", "../x", "a b"})
    void refusesWhatCannotBeAnId(String id) {
        assertThat(refusal(id, bob)).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(refusal(anna, id)).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void refusesACallerThatIsInACall() {
        initiate(anna, bob);

        assertThat(refusal(anna, carl)).isEqualTo(ErrorCode.BUSY);
        assertThat(backend.isFree(carl)).isTrue();
    }

    @Test
    void refusesToCallTheSamePhoneTwice() {
        initiate(anna, bob);

        assertThat(refusal(anna, bob)).isEqualTo(ErrorCode.BUSY);
    }

    @Test
    void refusesACalleeThatIsInACall() {
        SampleCalls.ringing(backend, carl, bob);

        assertThat(refusal(anna, bob)).isEqualTo(ErrorCode.BUSY);
        assertThat(backend.isFree(anna)).isTrue();
    }

    @Test
    void callsAgainAfterTheCall() {
        Call call = stored(initiate(anna, bob).get("callId").textValue());
        backend.ending.hangUp(call, call.callerId(), Optional.empty());

        assertThat(initiate(anna, bob).has("token")).isTrue();
    }

    @Test
    void callsAgainAfterACallThatNobodyEnded() {
        Call call = stored(initiate(anna, bob).get("callId").textValue());
        backend.answering.answer(call.id(), bob, "bob");
        backend.clock.advance(backend.times.callLease());

        assertThat(initiate(anna, bob).has("token")).isTrue();
        assertThat(stored(call.id()).state()).isEqualTo(CallState.ENDED);
    }

    @Test
    void callsAgainAfterACallThatNobodyAnsweredOrTimedOut() {
        Call call = stored(initiate(anna, bob).get("callId").textValue());
        backend.clock.advance(Duration.ofSeconds(65));

        assertThat(initiate(anna, carl).has("token")).isTrue();
        assertThat(stored(call.id()).state()).isEqualTo(CallState.MISSED);
    }

    @Test
    void callsAgainWhenASetUpDiedHalfWay() {
        Call call = SampleCalls.reserved(backend, anna, bob);
        backend.clock.advance(Duration.ofSeconds(30));

        assertThat(initiate(anna, bob).has("token")).isTrue();
        assertThat(stored(call.id()).state()).isEqualTo(CallState.FAILED);
    }

    @Test
    void countsACallThatStarts() {
        initiate(anna, bob);

        assertThat(backend.telemetry.counts())
                .containsExactly(new Count(Metric.CALLS_STARTED, Map.of("outcome", "STARTED")));
    }

    @Test
    void countsARefusalByItsReason() {
        refusal(anna, "unknown");

        assertThat(backend.telemetry.counts())
                .containsExactly(new Count(Metric.CALLS_REFUSED, Map.of("reason", "DEVICE_NOT_FOUND")));
    }

    @Test
    void logsTheCallAndNoToken() {
        String callId = initiate(anna, bob).get("callId").textValue();

        assertThat(backend.telemetry.events())
                .singleElement()
                .extracting("fields")
                .isEqualTo(Map.of("callId", callId, "clientId", anna, "outcome", "STARTED"));
    }

    private JsonNode initiate(String callerId, String calleeId) {
        return actions.answer("anna", "initiateCall", fields(callerId, calleeId));
    }

    private ErrorCode refusal(String callerId, String calleeId) {
        return actions.refusal("anna", "initiateCall", fields(callerId, calleeId));
    }

    private Call stored(String callId) {
        return backend.calls.find(callId).orElseThrow();
    }

    private static Map<String, String> fields(String callerId, String calleeId) {
        return Map.of("callerId", callerId, "calleeId", calleeId);
    }
}
