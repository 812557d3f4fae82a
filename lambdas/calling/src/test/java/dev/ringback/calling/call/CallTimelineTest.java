package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.CallTimeline.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallTimelineTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void tellsALifeInItsOrder() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        note(call, Entry.woken(backend.clock.instant().plusMillis(900), bob));
        note(call, Entry.push(backend.clock.instant().plusMillis(300), bob, "incoming_call GCM: accepted"));
        backend.clock.advance(Duration.ofSeconds(5));
        backend.answering.answer(call.id(), bob, "bob");
        backend.clock.advance(Duration.ofSeconds(60));
        backend.ending.hangUp(stored(call), call.callerId(), Optional.of("hangup"));

        assertThat(timeline(call))
                .extracting(Entry::what)
                .containsExactly("reserved", "media ready", "push", "woken", "answered", "ended");
    }

    @Test
    void tellsWhoDidIt() {
        Call call = SampleCalls.answered(backend, anna, bob);
        backend.ending.hangUp(call, call.callerId(), Optional.empty());

        assertThat(timeline(call))
                .extracting(Entry::clientId)
                .containsExactly(Optional.of(anna), Optional.empty(), Optional.of(bob), Optional.of(anna));
    }

    @Test
    void namesTheDeviceThatAnsweredInsteadOfTheDialedOne() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        String tablet = backend.device("bob");
        backend.answering.answer(call.id(), tablet, "bob");

        assertThat(timeline(call).getLast().what()).isEqualTo("answered");
        assertThat(timeline(call).getLast().clientId()).contains(tablet);
    }

    @Test
    void namesNobodyWhereTheBackendEndedTheCall() {
        Call call = SampleCalls.over(backend, anna, bob, CallState.MISSED);

        assertThat(timeline(call).getLast().what()).isEqualTo("missed");
        assertThat(timeline(call).getLast().clientId()).isEmpty();
        assertThat(timeline(call).getLast().detail()).isEqualTo(call.change().reason());
    }

    @Test
    void tellsOnceWhatARepeatedWriteNotedTwice() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        Entry woken = Entry.woken(backend.clock.instant(), bob);
        note(call, woken);
        note(call, woken);

        assertThat(timeline(call)).containsOnlyOnce(woken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "740f4707bebcf74f9b7c25d48e3358945f6aa01da5ddb387462c7eaf61bb78ad",
                "dQw4w9WgXcQ:APA91bHun4MxP5egoKMwt2KZFBaFUH-1RYqx-2kPj5Xk9nAyFKjxRCd2gLLPw0D7xYTz",
                "eyJhbGciOiJIUzI1NiJ9.eyJwIjoicGFydGljaXBhbnQifQ.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg"
            })
    void keepsNoToken(String token) {
        Entry entry = Entry.push(backend.clock.instant(), bob, "GCM: refused " + token);

        assertThat(entry.detail()).contains("GCM: refused [withheld]");
    }

    @Test
    void keepsNothingThatATerminalWouldObey() {
        Entry entry = Entry.push(backend.clock.instant(), bob, "refused\u001b[2J\n");

        assertThat(entry.detail()).contains("refused [2J ");
    }

    @Test
    void keepsNoMoreThanAFewWords() {
        Entry entry = Entry.push(backend.clock.instant(), bob, "word ".repeat(100));

        assertThat(entry.detail().orElseThrow()).hasSize(100);
    }

    private void note(Call call, Entry entry) {
        backend.calls.note(call.id(), List.of(entry));
    }

    private Call stored(Call call) {
        return backend.calls.find(call.id()).orElseThrow();
    }

    private List<Entry> timeline(Call call) {
        return CallTimeline.of(stored(call)).entries();
    }
}
