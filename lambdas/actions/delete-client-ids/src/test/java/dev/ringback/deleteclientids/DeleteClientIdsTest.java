package dev.ringback.deleteclientids;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.call.Transition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeleteClientIdsTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void deletesTheCallersDevices() {
        String second = backend.device("anna");

        assertThat(delete(anna, second).toString())
                .isEqualTo(
                        "{\"deletedIds\":[{\"id\":\"%s\"},{\"id\":\"%s\"}],\"failedIds\":[]}".formatted(anna, second));
        assertThat(backend.devices.find(anna)).isEmpty();
        assertThat(backend.devices.find(second)).isEmpty();
    }

    @Test
    void reportsAFailedIdBesideTheOthers() {
        JsonNode answer = delete("unknown", anna);

        assertThat(answer.get("deletedIds").findValuesAsText("id")).containsExactly(anna);
        assertThat(answer.get("failedIds").toString())
                .isEqualTo(
                        "[{\"id\":\"unknown\",\"error\":\"DEVICE_NOT_FOUND\",\"message\":\"The device is unknown, or not yours.\"}]");
    }

    @Test
    void doesNotDeleteTheDeviceOfAnother() {
        assertThat(delete(bob).get("failedIds").findValuesAsText("error")).containsExactly("DEVICE_NOT_FOUND");
        assertThat(backend.devices.find(bob)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsTheCallOfADevice(boolean isCaller) {
        Call call = isCaller ? SampleCalls.answered(backend, anna, bob) : SampleCalls.answered(backend, bob, anna);

        delete(anna);

        Call ended = backend.calls.find(call.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(CallState.ENDED);
        assertThat(ended.change()).isEqualTo(new Change(anna, Optional.of("device_removed"), backend.clock.instant()));
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void cancelsACallThatADeviceIsMaking() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        delete(anna);

        assertThat(backend.calls.find(call.id()).map(Call::state)).contains(CallState.CANCELLED);
    }

    @Test
    void declinesACallThatRingsOnADevice() {
        Call call = SampleCalls.ringing(backend, bob, anna);

        delete(anna);

        assertThat(backend.calls.find(call.id()).map(Call::state)).contains(CallState.DECLINED);
    }

    @Test
    void touchesNoCallOfADeviceThatIsNotTheUsers() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        delete(bob);

        assertThat(backend.calls.find(call.id())).contains(call);
    }

    @Test
    void deletesBothSidesOfACall() {
        String second = backend.device("anna");
        SampleCalls.ringing(backend, anna, second);

        assertThat(delete(anna, second).get("deletedIds")).hasSize(2);
    }

    @Test
    void countsARepeatedIdOnce() {
        assertThat(delete(anna, anna, anna).get("deletedIds")).hasSize(1);
    }

    @Test
    void takesAsManyIdsAsItSays() {
        List<String> ids = IntStream.range(0, DeleteClientIdsRequest.MOST)
                .mapToObj(_ -> backend.device("anna"))
                .toList();

        assertThat(delete(ids.toArray(String[]::new)).get("deletedIds").findValuesAsText("id"))
                .isEqualTo(ids);
    }

    @Test
    void refusesOneIdMore() {
        assertThat(refusal(IntStream.rangeClosed(0, DeleteClientIdsRequest.MOST)
                        .mapToObj(Integer::toString)
                        .toList()))
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void refusesAThousandIds() {
        assertThat(refusal(IntStream.range(0, 1000).mapToObj(Integer::toString).toList()))
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void refusesNoIds() {
        assertThat(refusal(List.of())).isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void changesNothingWhenOneIdCannotBeAnId() {
        assertThat(refusal(List.of(anna, "not an id"))).isEqualTo(ErrorCode.BAD_REQUEST);
        assertThat(backend.devices.find(anna)).isPresent();
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
        String free = contended.device("anna");
        SampleCalls.reserved(contended, busy, contended.device("bob"));

        JsonNode answer = new LoadedActions(contended)
                .answer("anna", "deleteClientIds", Map.of("clientIds", List.of(busy, free)));

        assertThat(answer.get("failedIds").findValuesAsText("error")).containsExactly("TRY_AGAIN");
        assertThat(answer.get("deletedIds").findValuesAsText("id")).containsExactly(free);
        assertThat(contended.devices.find(busy)).isPresent();
    }

    @Test
    void reportsAFaultWithoutItsDetails() {
        InMemoryBackend broken = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Changing end(Call seen, Transition transition, Change change) {
                throw new IllegalStateException("secret detail");
            }
        });
        String busy = broken.device("anna");
        SampleCalls.reserved(broken, busy, broken.device("bob"));

        JsonNode answer =
                new LoadedActions(broken).answer("anna", "deleteClientIds", Map.of("clientIds", List.of(busy)));

        assertThat(answer.get("failedIds").findValuesAsText("error")).containsExactly("INTERNAL");
        assertThat(answer.toString()).doesNotContain("secret detail");
    }

    private JsonNode delete(String... ids) {
        return actions.answer("anna", "deleteClientIds", Map.of("clientIds", List.of(ids)));
    }

    private ErrorCode refusal(List<String> ids) {
        return actions.refusal("anna", "deleteClientIds", Map.of("clientIds", ids));
    }
}
