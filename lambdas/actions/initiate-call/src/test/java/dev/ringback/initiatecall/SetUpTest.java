package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.PortsWith;
import dev.ringback.calling.RecordingTelemetry.Count;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.FakeMediaProvider;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider.Refusal.Kind;
import dev.ringback.telemetry.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a call whose set-up does not go its way. */
class SetUpTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void notesTheMediaBeforeItRings() {
        List<Optional<Media>> noted = new ArrayList<>();
        backend.ringer.whileRinging(
                callId -> noted.add(backend.calls.find(callId).flatMap(Call::media)));

        String callId = initiate();

        assertThat(noted).containsExactly(Optional.of(FakeMediaProvider.media(callId)));
    }

    @Test
    void looksAtTheCallWhenItsRingingAndTheGraceAreOver() {
        String callId = initiate();

        assertThat(backend.ringTimer.started())
                .containsExactly(Map.entry(callId, backend.clock.instant().plusSeconds(45 + 5)));
    }

    @Test
    void callsThoughTheTimeOutCannotBeStarted() {
        backend.ringTimer.breakDown();

        String callId = initiate();

        assertThat(backend.ringer.rung()).containsExactly(callId);
        assertThat(backend.telemetry.counts()).contains(new Count(Metric.RING_TIMERS_NOT_STARTED, Map.of()));
        assertThat(backend.telemetry.events()).extracting("event").contains("ringTimerNotStarted");
    }

    @Test
    void startsNoTimeOutWherePhonesDoNotTellOfAnswers() {
        CallTimes told = backend.times;
        CallTimes untold = new CallTimes(told.ring(), told.setUpLease(), told.callLease(), told.kept(), false);

        String callId = actions(new PortsWith<>(backend, CallTimes.class, untold))
                .answer("anna", "initiateCall", fields())
                .get("callId")
                .textValue();

        assertThat(backend.ringTimer.started()).isEmpty();
        assertThat(backend.calls.find(callId).flatMap(Call::leaseUntil))
                .contains(backend.clock.instant().plus(told.callLease()));
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, BANDWIDTH_FAILED, media_failed",
        "UNAVAILABLE, BANDWIDTH_UNAVAILABLE, media_unavailable",
        "NOT_CONFIGURED, BANDWIDTH_NOT_CONFIGURED, media_not_configured",
    })
    void failsTheCallWhenThereIsNoMedia(Kind kind, ErrorCode code, String reason) {
        backend.mediaProvider.refuseToCreate(kind);

        assertThat(refusal()).isEqualTo(code);
        assertFailed(reason);
        assertThat(backend.ringer.rung()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, BANDWIDTH_FAILED, media_failed",
        "UNAVAILABLE, BANDWIDTH_UNAVAILABLE, media_unavailable",
        "NOT_CONFIGURED, BANDWIDTH_NOT_CONFIGURED, media_not_configured",
    })
    void failsTheCallWhenThePartiesCannotJoin(Kind kind, ErrorCode code, String reason) {
        backend.mediaProvider.refuseToJoin(kind);

        assertThat(refusal()).isEqualTo(code);
        assertFailed(reason);
        assertMediaIsReleasedWithTheCall();
        assertThat(backend.ringer.rung()).isEmpty();
    }

    @Test
    void tellsNothingOfWhatTheProviderSaid() {
        backend.mediaProvider.refuseToCreate(Kind.FAILED);

        assertThat(actions(backend).send("anna", "initiateCall", fields()).toString())
                .doesNotContain("createSession");
    }

    @Test
    void failsTheCallWhenTheMediaProviderThrows() {
        backend.mediaProvider.whileCreating(() -> {
            throw new IllegalStateException("a bug");
        });

        assertThatThrownBy(this::refusal).hasMessage("a bug");
        assertFailed("set_up_failed");
    }

    @Test
    void failsTheCallWhenThePhoneCannotBeRung() {
        backend.ringer.breakDown();

        assertThat(refusal()).isEqualTo(ErrorCode.PUSH_UNAVAILABLE);
        assertFailed("push_not_started");
        assertMediaIsReleasedWithTheCall();
    }

    @Test
    void keepsTheMediaForReleaseWhenTheCallIsCancelledDuringTheSetUp() {
        backend.mediaProvider.whileCreating(this::cancel);

        assertThat(refusal()).isEqualTo(ErrorCode.CALL_CANCELLED);
        assertMediaIsReleasedWithTheCall();
        assertThat(backend.ringer.rung()).isEmpty();
        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void keepsTheMediaForReleaseWhenTheCalleeIsGone() {
        DeviceStore without = new Devices(backend.devices) {
            @Override
            public Optional<Device> find(String clientId) {
                return super.find(clientId).filter(device -> !device.id().equals(bob));
            }
        };

        assertThat(actions(new PortsWith<>(backend, DeviceStore.class, without))
                        .refusal("anna", "initiateCall", fields()))
                .isEqualTo(ErrorCode.CALL_FAILED);
        assertFailed("callee_gone");
        assertMediaIsReleasedWithTheCall();
    }

    @Test
    void keepsTheMediaForReleaseWhenTheCalleeCannotBeRead() {
        DeviceStore broken = new Devices(backend.devices) {
            @Override
            public Optional<Device> find(String clientId) {
                throw new IllegalStateException("the table is gone");
            }
        };
        LoadedActions actions = actions(new PortsWith<>(backend, DeviceStore.class, broken));

        assertThatThrownBy(() -> actions.send("anna", "initiateCall", fields())).hasMessage("the table is gone");
        assertFailed("media_not_noted");
        assertMediaIsReleasedWithTheCall();
    }

    private void cancel() {
        Call call = onlyCall();
        backend.ending.hangUp(call, call.callerId(), Optional.empty());
    }

    private void assertFailed(String reason) {
        assertThat(onlyCall().state()).isEqualTo(CallState.FAILED);
        assertThat(onlyCall().change().reason()).contains(reason);
        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
        assertThat(backend.mediaProvider.live()).hasSize(onlyCall().media().isPresent() ? 1 : 0);
    }

    /** Whoever hears of the end, or the sweeper, finds the media in the call. */
    private void assertMediaIsReleasedWithTheCall() {
        assertThat(onlyCall().media())
                .contains(FakeMediaProvider.media(onlyCall().id()).withoutTokens());
        assertThat(onlyCall().leaseUntil()).isPresent();
    }

    private Call onlyCall() {
        return ((InMemoryCallStore) backend.calls).all().getFirst();
    }

    private String initiate() {
        return actions(backend)
                .answer("anna", "initiateCall", fields())
                .get("callId")
                .textValue();
    }

    private ErrorCode refusal() {
        return actions(backend).refusal("anna", "initiateCall", fields());
    }

    private static LoadedActions actions(Ports ports) {
        return new LoadedActions(ports);
    }

    private Map<String, String> fields() {
        return Map.of("callerId", anna, "calleeId", bob);
    }
}
