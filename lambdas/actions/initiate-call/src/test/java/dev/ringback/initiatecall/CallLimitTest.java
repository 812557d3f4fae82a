package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallRate;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.SampleCalls;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Anna may call twice a minute. */
class CallLimitTest {
    private final InMemoryBackend backend = new InMemoryBackend().limitedTo(2);
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");
    private final String carl = backend.device("carl");

    @Test
    void refusesTheThirdCall() {
        callAndHangUp();
        callAndHangUp();

        assertThat(refusal(bob)).isEqualTo(ErrorCode.TOO_MANY_CALLS);
        assertThat(backend.ringer.rung()).hasSize(2);
        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void letsTheCallerTryAgainAfterAMinute() {
        callAndHangUp();
        callAndHangUp();
        backend.clock.advance(Duration.ofMinutes(1));

        callAndHangUp();
    }

    @Test
    void countsCallsToABusyPhone() {
        SampleCalls.ringing(backend, carl, bob);
        refusal(bob);
        refusal(bob);

        assertThat(refusal(bob)).isEqualTo(ErrorCode.TOO_MANY_CALLS);
    }

    @Test
    void countsCallsToIdsThatAreTriedOut() {
        refusal("unknown");
        refusal("unknown-too");

        assertThat(refusal("another")).isEqualTo(ErrorCode.TOO_MANY_CALLS);
    }

    @Test
    void doesNotCountARequestThatIsRepeated() {
        String first = call("request-1").get("callId");
        assertThat(call("request-1").get("callId")).isEqualTo(first);
        assertThat(call("request-1").get("callId")).isEqualTo(first);
        hangUp(first);

        callAndHangUp();
    }

    @Test
    void doesNotCountACallThatIsMergedWithTheCallees() {
        Call bobs = SampleCalls.ringing(backend, bob, anna);
        assertThat(actions.answer("anna", "initiateCall", fields(bob))
                        .get("merged")
                        .booleanValue())
                .isTrue();
        hangUp(bobs.id());

        callAndHangUp();
        callAndHangUp();
    }

    @Test
    void refusesAsEverWhenARefusalCannotBeCounted() {
        InMemoryBackend failing = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public void count(CallRate rate) {
                throw new IllegalStateException("database");
            }
        });
        String dora = failing.device("dora");

        assertThat(new LoadedActions(failing)
                        .refusal("dora", "initiateCall", Map.of("callerId", dora, "calleeId", "unknown")))
                .isEqualTo(ErrorCode.DEVICE_NOT_FOUND);
    }

    @Test
    void saysWhatToDo() {
        callAndHangUp();
        callAndHangUp();

        assertThat(actions.send("anna", "initiateCall", fields(bob)))
                .isEqualTo(
                        Result.refuse(ErrorCode.TOO_MANY_CALLS, "You have made too many calls. Please wait a minute."));
    }

    private void callAndHangUp() {
        hangUp(actions.answer("anna", "initiateCall", fields(bob)).get("callId").textValue());
    }

    private void hangUp(String callId) {
        Call call = backend.calls.find(callId).orElseThrow();
        backend.ending.hangUp(call, call.callerId(), Optional.empty());
    }

    private Map<String, String> call(String requestId) {
        Map<String, String> fields = new HashMap<>(fields(bob));
        fields.put("requestId", requestId);
        return Map.of(
                "callId",
                actions.answer("anna", "initiateCall", fields).get("callId").textValue());
    }

    private ErrorCode refusal(String calleeId) {
        return actions.refusal("anna", "initiateCall", fields(calleeId));
    }

    private Map<String, String> fields(String calleeId) {
        return Map.of("callerId", anna, "calleeId", calleeId);
    }
}
