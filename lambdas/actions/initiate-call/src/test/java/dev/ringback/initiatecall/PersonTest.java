package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.PortsWith;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.media.MediaProvider.Refusal.Kind;
import dev.ringback.calling.person.People;
import dev.ringback.calling.person.Person;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Anna calls somebody of the people directory. */
class PersonTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");
    private final String carl = backend.device("carl");

    @Test
    void isCalledOnTheDeviceOfTheRecord() {
        backend.device("bob");
        backend.people.put("person", new Person("bob", bob));

        Call call = made(call("person"));

        assertThat(call.calleeId()).isEqualTo(bob);
        assertThat(call.state()).isEqualTo(CallState.RINGING);
        assertThat(backend.ringer.rung()).containsExactly(call.id());
        assertThat(backend.isFree(bob)).isFalse();
    }

    @Test
    void isCalledOnAnotherDeviceOfTheirsWhenTheRecordsIsGone() {
        backend.people.put("person", new Person("bob", "gone"));

        assertThat(made(call("person")).calleeId()).isEqualTo(bob);
    }

    @Test
    void doesNotMakeAStrangersDeviceRing() {
        backend.people.put("person", new Person("bob", carl));

        assertThat(made(call("person")).calleeId()).isEqualTo(bob);
        assertThat(backend.isFree(carl)).isTrue();
    }

    @Test
    void cannotBeCalledWithoutADevice() {
        backend.people.put("person", new Person("dora", carl));

        assertThat(refusal("person")).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(carl)).isTrue();
    }

    @Test
    void cannotBeCalledWhenUnknown() {
        assertThat(refusal("unknown")).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
    }

    @Test
    void doesNotTakeTheCallsOfADevice() {
        backend.people.put(bob, new Person("carl", carl));

        assertThat(made(call(bob)).calleeId()).isEqualTo(bob);
    }

    @Test
    void doesNotTakeTheCallsOfADeviceThatIsGone() {
        backend.people.put(bob, new Person("carl", carl));
        backend.devices.delete(backend.devices.find(bob).orElseThrow());

        assertThat(refusal(bob)).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
        assertThat(backend.isFree(carl)).isTrue();
    }

    @Test
    void isNotLookedForWhenThereIsSuchADevice() {
        People nobody = id -> {
            throw new IllegalStateException("looked for " + id);
        };
        LoadedActions plain = new LoadedActions(new PortsWith<>(backend, People.class, nobody));

        assertThat(plain.answer("anna", "initiateCall", Map.of("callerId", anna, "calleeId", bob))
                        .has("token"))
                .isTrue();
    }

    @Test
    void isCalledOnAnotherDeviceThanTheOneThatCalls() {
        String tablet = backend.device("anna");
        backend.people.put("person", new Person("anna", anna));

        assertThat(made(call("person")).calleeId()).isEqualTo(tablet);
    }

    @Test
    void cannotBeCalledWithTheirOnlyDevice() {
        backend.people.put("person", new Person("anna", anna));

        assertThat(refusal("person")).isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
    }

    @Test
    void canBeBusy() {
        backend.people.put("person", new Person("bob", bob));
        actions.answer("carl", "initiateCall", Map.of("callerId", carl, "calleeId", bob));

        assertThat(refusal("person")).isEqualTo(ErrorCode.BUSY);
    }

    @Test
    void isCalledOnceByARequestThatIsSentAgain() {
        backend.people.put("person", new Person("bob", bob));
        JsonNode first = call("person", "request-1");

        assertThat(call("person", "request-1")).isEqualTo(first);
        assertThat(backend.ringer.rung()).hasSize(1);
    }

    @Test
    void mayBeCalledAgainByTheSameRequestWhenItFailed() {
        backend.people.put("person", new Person("bob", bob));
        backend.mediaProvider.refuseToCreate(Kind.UNAVAILABLE);
        actions.refusal("anna", "initiateCall", fields("person", "request-1"));
        backend.mediaProvider.mend();

        assertThat(made(call("person", "request-1")).calleeId()).isEqualTo(bob);
    }

    @Test
    void isNotWhomARequestWasUsedForBefore() {
        backend.people.put("person", new Person("bob", bob));
        call(carl, "request-1");

        assertThat(actions.refusal("anna", "initiateCall", fields("person", "request-1")))
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    @Test
    void isAnsweredWhenCallingAtTheSameTime() {
        backend.people.put("person", new Person("bob", bob));
        JsonNode theirs = actions.answer("bob", "initiateCall", Map.of("callerId", bob, "calleeId", anna));

        JsonNode answer = call("person", "request-1");

        assertThat(answer.path("merged").booleanValue()).isTrue();
        assertThat(answer.path("callId")).isEqualTo(theirs.path("callId"));
        assertThat(call("person", "request-1")).isEqualTo(answer);
    }

    private JsonNode call(String calleeId) {
        return actions.answer("anna", "initiateCall", Map.of("callerId", anna, "calleeId", calleeId));
    }

    private JsonNode call(String calleeId, String requestId) {
        return actions.answer("anna", "initiateCall", fields(calleeId, requestId));
    }

    private ErrorCode refusal(String calleeId) {
        return actions.refusal("anna", "initiateCall", Map.of("callerId", anna, "calleeId", calleeId));
    }

    private Map<String, String> fields(String calleeId, String requestId) {
        return Map.of("callerId", anna, "calleeId", calleeId, "requestId", requestId);
    }

    private Call made(JsonNode answer) {
        return backend.calls.find(answer.path("callId").textValue()).orElseThrow();
    }
}
