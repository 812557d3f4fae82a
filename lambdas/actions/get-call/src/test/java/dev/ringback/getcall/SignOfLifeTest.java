package dev.ringback.getcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.SampleCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks about an answered call keeps it alive. */
class SignOfLifeTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @ParameterizedTest
    @ValueSource(strings = {"anna", "bob"})
    void isGivenByEitherSide(String owner) {
        Call call = SampleCalls.answered(backend, anna, bob);
        backend.clock.advance(Duration.ofMinutes(20));

        get(owner, owner.equals("anna") ? anna : bob, call);

        assertThat(lease(call)).isEqualTo(wholeLease());
    }

    @Test
    void isNotWrittenMoreThanOnceAMinute() {
        Call call = SampleCalls.answered(backend, anna, bob);
        backend.clock.advance(Duration.ofMinutes(1).minusMillis(1));

        get("anna", anna, call);

        assertThat(lease(call)).isEqualTo(call.leaseUntil().orElseThrow());
    }

    @Test
    void isWrittenAfterAMinute() {
        Call call = SampleCalls.answered(backend, anna, bob);
        backend.clock.advance(Duration.ofMinutes(1));

        get("anna", anna, call);

        assertThat(lease(call)).isEqualTo(wholeLease());
    }

    @Test
    void isNotGivenByADeviceThatDidNotAnswer() {
        Call call = SampleCalls.answered(backend, anna, bob);
        String tablet = backend.device("bob");
        backend.clock.advance(Duration.ofMinutes(20));

        get("bob", tablet, call);

        assertThat(lease(call)).isEqualTo(call.leaseUntil().orElseThrow());
    }

    @Test
    void isNotGivenByAStranger() {
        Call call = SampleCalls.answered(backend, anna, bob);
        backend.clock.advance(Duration.ofMinutes(20));

        actions.refusal("carl", "getCall", Map.of("clientId", anna, "callId", call.id()));

        assertThat(lease(call)).isEqualTo(call.leaseUntil().orElseThrow());
    }

    @Test
    void doesNotProlongTheRinging() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.clock.advance(Duration.ofSeconds(60));

        get("anna", anna, call);

        assertThat(lease(call)).isEqualTo(call.leaseUntil().orElseThrow());
    }

    @Test
    void keepsNothingOfACallThatIsOver() {
        Call call = SampleCalls.over(backend, anna, bob, CallState.ENDED);
        backend.clock.advance(Duration.ofMinutes(20));

        get("anna", anna, call);

        assertThat(lease(call)).isEqualTo(call.leaseUntil().orElseThrow());
    }

    @Test
    void isNotWhatTheAnswerWaitsFor() {
        InMemoryBackend broken = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public void renewLease(String callId, Instant leaseUntil) {
                throw new IllegalStateException("the table is gone");
            }
        });
        String dora = broken.device("dora");
        Call call = SampleCalls.answered(broken, dora, broken.device("emil"));
        broken.clock.advance(Duration.ofMinutes(20));

        assertThat(new LoadedActions(broken)
                        .answer("dora", "getCall", Map.of("clientId", dora, "callId", call.id()))
                        .path("state")
                        .textValue())
                .isEqualTo("ANSWERED");
        assertThat(broken.telemetry.events()).extracting("event").containsExactly("leaseNotRenewed");
    }

    private void get(String owner, String clientId, Call call) {
        actions.answer(owner, "getCall", Map.of("clientId", clientId, "callId", call.id()));
    }

    private Instant lease(Call call) {
        return backend.calls.find(call.id()).orElseThrow().leaseUntil().orElseThrow();
    }

    private Instant wholeLease() {
        return backend.clock.instant().plus(backend.times.callLease());
    }
}
