package dev.ringback.unregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.RecordingTelemetry.Event;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.call.Transition;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnregisterTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void removesTheDevice() {
        assertThat(actions.answer("anna", "unregister", Map.of("clientId", anna))
                        .toString())
                .isEqualTo("{\"message\":\"success\"}");
        assertThat(backend.devices.find(anna)).isEmpty();
    }

    @Test
    void leavesTheUsersOtherDevices() {
        String second = backend.device("anna");

        actions.answer("anna", "unregister", Map.of("clientId", anna));

        assertThat(backend.devices.find(second)).isPresent();
    }

    @Test
    void endsTheCallOfTheDevice() {
        Call call = SampleCalls.answered(backend, anna, bob);

        actions.answer("anna", "unregister", Map.of("clientId", anna));

        Call ended = backend.calls.find(call.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(CallState.ENDED);
        assertThat(ended.change()).isEqualTo(new Change(anna, Optional.of("device_removed"), backend.clock.instant()));
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void refusesADeviceThatIsGoneAlready() {
        actions.answer("anna", "unregister", Map.of("clientId", anna));

        assertThat(actions.refusal("anna", "unregister", Map.of("clientId", anna)))
                .isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
    }

    @Test
    void refusesTheDeviceOfAnotherAsIfItWereUnknown() {
        assertThat(actions.refusal("anna", "unregister", Map.of("clientId", bob)))
                .isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
        assertThat(backend.devices.find(bob)).isPresent();
    }

    @Test
    void refusesWhatCannotBeAnId() {
        assertThat(actions.refusal("anna", "unregister", Map.of("clientId", "token#1")))
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void keepsADeviceWhoseCallCannotBeEnded() {
        InMemoryBackend contended = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Changing end(Call seen, Transition transition, Change change) {
                throw new ContendedException("others", null);
            }
        });
        String busy = contended.device("anna");
        SampleCalls.reserved(contended, busy, contended.device("bob"));

        assertThat(new LoadedActions(contended).refusal("anna", "unregister", Map.of("clientId", busy)))
                .isEqualTo(ErrorCode.TRY_AGAIN);
        assertThat(contended.devices.find(busy)).isPresent();
    }

    @Test
    void reportsWhatBecameOfIt() {
        actions.answer("anna", "unregister", Map.of("clientId", anna));

        assertThat(backend.telemetry.events())
                .containsExactly(new Event(Level.INFO, "unregister", Map.of("clientId", anna, "outcome", "REMOVED")));
    }
}
