package dev.ringback.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.InMemoryCallHistory;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.call.Transition;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.calling.device.NotifyType;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);

    @ParameterizedTest
    @EnumSource
    void registersEveryKindOfToken(NotifyType notifyType) {
        var answer = actions.answer("anna", "register", fields(notifyType.name(), "token"));

        assertThat(answer.get("notifyType").textValue()).isEqualTo(notifyType.name());
        assertThat(backend.devices.find(answer.get("id").textValue()))
                .contains(Enrolments.device(
                        Enrolments.of("anna", notifyType, "token"),
                        answer.get("id").textValue()));
    }

    @Test
    void answersTheSameIdForTheSameToken() {
        assertThat(register("anna")).isEqualTo(register("anna"));
    }

    @Test
    void answersAnotherIdWhenTheTokenChangesHands() {
        String annas = register("anna");

        assertThat(register("bob")).isNotEqualTo(annas);
        assertThat(backend.devices.find(annas)).isEmpty();
    }

    @Test
    void endsTheCallOfADeviceWhoseTokenChangesHands() {
        String annas = register("anna");
        String carls = backend.device("carl");
        Call call = SampleCalls.answered(backend, carls, annas);

        register("bob");

        Call ended = backend.calls.find(call.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(CallState.ENDED);
        assertThat(ended.change()).isEqualTo(new Change(annas, Optional.of("device_removed"), backend.clock.instant()));
        assertThat(backend.isFree(carls)).isTrue();
    }

    @Test
    void cancelsACallThatADeviceWasMakingWhoseTokenChangesHands() {
        Call call = SampleCalls.reserved(backend, register("anna"), backend.device("carl"));

        register("bob");

        assertThat(backend.calls.find(call.id()).orElseThrow().state()).isEqualTo(CallState.CANCELLED);
    }

    @Test
    void leavesADeviceInItsCallWhenItsOwnerRegistersItAgain() {
        Call call = SampleCalls.ringing(backend, register("anna"), backend.device("carl"));

        register("anna");

        assertThat(backend.calls.find(call.id())).contains(call);
    }

    @Test
    void doesNotTakeADeviceWhoseCallCannotBeEnded() {
        InMemoryBackend broken = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Changing end(Call seen, Transition transition, Change change) {
                throw new ContendedException("others", null);
            }
        });
        LoadedActions brokenActions = new LoadedActions(broken);
        String annas = brokenActions
                .answer("anna", "register", fields("GCM", "token"))
                .get("id")
                .textValue();
        SampleCalls.reserved(broken, annas, broken.device("carl"));

        assertThat(brokenActions.refusal("bob", "register", fields("GCM", "token")))
                .isEqualTo(ErrorCode.TRY_AGAIN);
        assertThat(broken.devices.find(annas)).isPresent();
        assertThat(broken.telemetry.events()).extracting("event").contains("callNotEnded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "new\nline", "ümlaut", "nul\u0000"})
    void refusesWhatCannotBeAToken(String token) {
        assertThat(actions.refusal("anna", "register", fields("GCM", token))).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void takesATokenOf4096Characters() {
        assertThat(actions.answer("anna", "register", fields("GCM", "x".repeat(4096)))
                        .has("id"))
                .isTrue();
    }

    @Test
    void refusesALongerToken() {
        assertThat(actions.refusal("anna", "register", fields("GCM", "x".repeat(4097))))
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gcm", "ADM", "SMS"})
    void refusesAnotherChannel(String notifyType) {
        assertThat(actions.refusal("anna", "register", fields(notifyType, "token")))
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void asksToTryAgainWhenTheTokenIsContended() {
        InMemoryDeviceStore devices = new InMemoryDeviceStore();
        DeviceStoreThatIsContended contended = new DeviceStoreThatIsContended(devices);
        InMemoryCallStore calls = new InMemoryCallStore(devices);
        LoadedActions contendedActions =
                new LoadedActions(new InMemoryBackend(contended, calls, new InMemoryCallHistory(calls)));

        assertThat(contendedActions.refusal("anna", "register", fields("GCM", "token")))
                .isEqualTo(ErrorCode.TRY_AGAIN);
    }

    @Test
    void logsNoToken() {
        register("anna");

        assertThat(backend.telemetry.events()).hasSize(1);
        assertThat(backend.telemetry.events().toString()).doesNotContain("token");
    }

    private String register(String owner) {
        return actions.answer(owner, "register", fields("GCM", "token"))
                .get("id")
                .textValue();
    }

    private static Map<String, ?> fields(String notifyType, String token) {
        return Map.of("notifyType", notifyType, "deviceToken", token);
    }
}
