package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.RecordingTelemetry.Count;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.FakeMediaProvider;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.media.MediaProvider.Opened;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitiateCallTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");
    private final String carl = backend.device("carl");

    @Test
    void answersTheCallersTokenAndTheCall() {
        JsonNode answer = initiate(anna, bob);

        String callId = answer.get("callId").textValue();
        assertThat(answer.get("token").textValue())
                .isEqualTo(FakeMediaProvider.media(callId).caller().token());
        assertThat(answer.get("ringUntil").textValue()).isEqualTo("2026-03-01T12:00:45Z");
    }

    @Test
    void ringsTheCallee() {
        String callId = initiate(anna, bob).get("callId").textValue();

        assertThat(backend.ringer.rung()).containsExactly(callId);
    }

    @Test
    void storesTheCallWithItsMedia() {
        String callId = initiate(anna, bob).get("callId").textValue();

        Call call = backend.calls.find(callId).orElseThrow();
        assertThat(call.media()).contains(FakeMediaProvider.media(callId));
        assertThat(call.state()).isEqualTo(CallState.RINGING);
        assertThat(call.callerOwner()).isEqualTo("anna");
    }

    @Test
    void keepsBothDevicesForAsLongAsACallMayLast() {
        String callId = initiate(anna, bob).get("callId").textValue();

        var until = backend.clock.instant().plus(backend.times.callLease());
        assertThat(backend.devices.find(anna).orElseThrow().reservation())
                .contains(new Device.Reservation(callId, until));
        assertThat(backend.devices.find(bob).orElseThrow().reservation())
                .contains(new Device.Reservation(callId, until));
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
        backend.ending.end(initiate(anna, bob).get("callId").textValue());

        assertThat(initiate(anna, bob).has("token")).isTrue();
    }

    @Test
    void callsAgainAfterACallThatNobodyEnded() {
        initiate(anna, bob);
        backend.clock.advance(backend.times.callLease());

        assertThat(initiate(anna, bob).has("token")).isTrue();
    }

    @Test
    void callsAgainWhenASetUpDiedHalfWay() {
        SampleCalls.reserved(backend, anna, bob);
        backend.clock.advance(Duration.ofSeconds(30));

        assertThat(initiate(anna, bob).has("token")).isTrue();
    }

    static List<Arguments> mediaRefusals() {
        return List.of(
                Arguments.of(new Opened.Failed("secret reason"), ErrorCode.BANDWIDTH_FAILED),
                Arguments.of(new Opened.Unavailable("secret reason"), ErrorCode.BANDWIDTH_UNAVAILABLE),
                Arguments.of(new Opened.NotConfigured("secret reason"), ErrorCode.BANDWIDTH_NOT_CONFIGURED));
    }

    @ParameterizedTest
    @MethodSource("mediaRefusals")
    void undoesTheCallWhenThereIsNoMedia(Opened refusal, ErrorCode code) {
        backend.mediaProvider.refuse(refusal);

        var result = actions.send("anna", "initiateCall", fields(anna, bob));

        assertThat(result.toString()).contains(code.name()).doesNotContain("secret reason");
        assertUndone();
    }

    @Test
    void undoesTheCallWhenTheMediaProviderThrows() {
        backend.mediaProvider.meanwhile(() -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(() -> actions.send("anna", "initiateCall", fields(anna, bob)))
                .hasMessage("a bug");
        assertUndone();
    }

    @Test
    void undoesTheCallWhenThePhoneCannotBeRung() {
        backend.ringer.breakDown();

        assertThat(refusal(anna, bob)).isEqualTo(ErrorCode.PUSH_UNAVAILABLE);
        assertUndone();
    }

    @Test
    void releasesTheMediaWhenTheCallIsEndedDuringTheSetUp() {
        backend.mediaProvider.meanwhile(() -> backend.devices
                .find(bob)
                .flatMap(Device::reservation)
                .ifPresent(reservation -> backend.ending.end(reservation.callId())));

        assertThat(refusal(anna, bob)).isEqualTo(ErrorCode.CALL_ENDED);
        assertThat(backend.mediaProvider.live()).isEmpty();
        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void releasesTheMediaWhenTheCalleeIsDeletedDuringTheSetUp() {
        backend.mediaProvider.meanwhile(
                () -> backend.devices.delete(backend.devices.find(bob).orElseThrow()));

        assertThat(refusal(anna, bob)).isEqualTo(ErrorCode.CALL_ENDED);
        assertThat(backend.mediaProvider.live()).isEmpty();
        assertThat(backend.isFree(anna)).isTrue();
    }

    @Test
    void countsACallThatStarts() {
        initiate(anna, bob);

        assertThat(backend.telemetry.counts()).containsExactly(new Count("CallsStarted", Map.of()));
    }

    @Test
    void countsARefusalByItsReason() {
        refusal(anna, "unknown");

        assertThat(backend.telemetry.counts())
                .containsExactly(new Count("CallsRefused", Map.of("reason", "DEVICE_NOT_FOUND")));
    }

    @Test
    void logsTheCallAndNoToken() {
        String callId = initiate(anna, bob).get("callId").textValue();

        assertThat(backend.telemetry.events())
                .singleElement()
                .extracting("fields")
                .isEqualTo(Map.of("callId", callId, "clientId", anna, "outcome", "STARTED"));
    }

    private void assertUndone() {
        assertThat(backend.mediaProvider.live()).isEmpty();
        assertThat(Stream.of(anna, bob)).allMatch(backend::isFree);
        assertThat(((InMemoryCallStore) backend.calls).all())
                .extracting(Call::state)
                .containsExactly(CallState.FAILED);
    }

    private JsonNode initiate(String callerId, String calleeId) {
        return actions.answer("anna", "initiateCall", fields(callerId, calleeId));
    }

    private ErrorCode refusal(String callerId, String calleeId) {
        return actions.refusal("anna", "initiateCall", fields(callerId, calleeId));
    }

    private static Map<String, String> fields(String callerId, String calleeId) {
        return Map.of("callerId", callerId, "calleeId", calleeId);
    }
}
