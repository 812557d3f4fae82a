package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.InMemoryBackend;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallEndingTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");
    private final Call call = SampleCalls.ringing(backend, anna, bob);

    @Test
    void endsTheCall() {
        assertThat(backend.ending.end(call.id())).isTrue();
        assertThat(backend.calls.find(call.id()).orElseThrow().state()).isEqualTo(CallState.ENDED);
    }

    @Test
    void freesBothDevices() {
        backend.ending.end(call.id());

        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void freesTheDevicesThoughTheMediaCannotBeReleased() {
        backend.mediaProvider.breakDown();

        assertThat(backend.ending.end(call.id())).isTrue();
        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void keepsTheIdsOfMediaThatCouldNotBeReleased() {
        backend.mediaProvider.breakDown();
        backend.ending.end(call.id());

        assertThat(backend.calls.find(call.id()).orElseThrow().media()).isPresent();
    }

    @Test
    void completesAnEndThatWasOnlyBegun() {
        backend.calls.end(call.id(), CallState.ENDED, backend.clock.instant());

        assertThat(backend.ending.end(call.id())).isFalse();
        assertThat(backend.isFree(anna)).isTrue();
        assertThat(backend.isFree(bob)).isTrue();
        assertThat(backend.mediaProvider.live()).isEmpty();
    }

    @Test
    void hasNothingToEndWhenThereIsNoSuchCall() {
        assertThat(backend.ending.end("unknown")).isFalse();
    }

    @Test
    void failsACallWithMediaThatWasNotStoredYet() {
        InMemoryBackend fresh = new InMemoryBackend();
        Call early = SampleCalls.reserved(fresh, fresh.device("anna"), fresh.device("bob"));
        fresh.mediaProvider.open(early.id());

        fresh.ending.fail(early, Optional.of(FakeMediaProvider.media(early.id())));

        assertThat(fresh.mediaProvider.live()).isEmpty();
        assertThat(fresh.calls.find(early.id()).orElseThrow().state()).isEqualTo(CallState.FAILED);
        assertThat(fresh.isFree(early.callerId())).isTrue();
    }

    @Test
    void releasesEverythingThoughTheFailureCannotBeWritten() {
        InMemoryBackend fresh = new InMemoryBackend(devices -> new InMemoryCallStore(devices) {
            @Override
            public Ending end(String callId, CallState finalState, Instant now) {
                throw new IllegalStateException("the table is gone");
            }
        });
        Call early = SampleCalls.reserved(fresh, fresh.device("anna"), fresh.device("bob"));
        fresh.mediaProvider.open(early.id());

        fresh.ending.fail(early, Optional.of(FakeMediaProvider.media(early.id())));

        assertThat(fresh.mediaProvider.live()).isEmpty();
        assertThat(fresh.isFree(early.callerId())).isTrue();
        assertThat(fresh.telemetry.events()).extracting("event").contains("callNotEnded");
    }
}
