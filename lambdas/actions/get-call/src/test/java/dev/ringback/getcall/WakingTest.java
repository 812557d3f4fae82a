package dev.ringback.getcall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.CallTimeline;
import dev.ringback.calling.call.CallTimeline.Entry;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.SampleCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A callee who asks about a call that rings has been woken by its push. */
class WakingTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void isNotedOnce() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.clock.advance(Duration.ofSeconds(2));
        Instant first = backend.clock.instant();
        get(backend, "bob", bob, call);
        backend.clock.advance(Duration.ofSeconds(1));
        get(backend, "bob", bob, call);

        assertThat(noted(call)).containsExactly(Entry.woken(first, bob));
    }

    @Test
    void isNotNotedOfTheCaller() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        get(backend, "anna", anna, call);

        assertThat(noted(call)).isEmpty();
    }

    @Test
    void isNotNotedOfAStranger() {
        Call call = SampleCalls.ringing(backend, anna, bob);

        actions.refusal("carl", "getCall", Map.of("clientId", bob, "callId", call.id()));

        assertThat(noted(call)).isEmpty();
    }

    @Test
    void isNotNotedOnceTheRingingIsOver() {
        Call answered = SampleCalls.answered(backend, anna, bob);
        Call missed = SampleCalls.over(backend, backend.device("carl"), backend.device("dora"), CallState.MISSED);

        get(backend, "bob", bob, answered);
        get(backend, "dora", missed.calleeId(), missed);

        assertThat(noted(answered)).isEmpty();
        assertThat(noted(missed)).isEmpty();
    }

    @Test
    void isNotWhatTheAnswerWaitsFor() {
        InMemoryBackend broken = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public void note(String callId, List<CallTimeline.Entry> entries) {
                throw new IllegalStateException("the table is gone");
            }
        });
        String emil = broken.device("emil");
        Call call = SampleCalls.ringing(broken, broken.device("dora"), emil);

        assertThat(get(broken, "emil", emil, call)).isEqualTo("RINGING");
        assertThat(broken.telemetry.events()).extracting("event").containsExactly("wakingNotNoted");
    }

    private static String get(InMemoryBackend backend, String owner, String clientId, Call call) {
        return new LoadedActions(backend)
                .answer(owner, "getCall", Map.of("clientId", clientId, "callId", call.id()))
                .path("state")
                .textValue();
    }

    private List<Entry> noted(Call call) {
        return backend.calls.find(call.id()).orElseThrow().noted().entries();
    }
}
