package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.InMemoryBackend;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bob is called on his phone, and has a tablet too. */
class CallDecliningTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final String anna = backend.device("anna");
    private final String phone = backend.device("bob");
    private final String tablet = backend.device("bob");
    private final CallDeclining atOnce = declining(true);
    private final CallDeclining oneByOne = declining(false);

    @Test
    void endsTheRingingOnAllDevicesAtOnce() {
        Call call = SampleCalls.ringing(backend, anna, phone);

        Call declined = atOnce.decline(call, tablet, Optional.of("busy"));

        assertThat(declined).isEqualTo(stored(call));
        assertThat(declined.state()).isEqualTo(CallState.DECLINED);
        assertThat(declined.change()).isEqualTo(new Change(tablet, Optional.of("busy"), backend.clock.instant()));
        assertThat(backend.isFree(phone)).isTrue();
    }

    @Test
    void ringsOnUntilEachDeviceHasDeclined() {
        Call call = SampleCalls.ringing(backend, anna, phone);

        assertThat(oneByOne.decline(call, phone, Optional.empty()).state()).isEqualTo(CallState.RINGING);
        assertThat(stored(call).state()).isEqualTo(CallState.RINGING);
        assertThat(oneByOne.decline(call, tablet, Optional.empty()).state()).isEqualTo(CallState.DECLINED);
        assertThat(stored(call).change().by()).isEqualTo(tablet);
    }

    @Test
    void countsADeviceThatDeclinesTwiceOnce() {
        Call call = SampleCalls.ringing(backend, anna, phone);
        oneByOne.decline(call, phone, Optional.empty());

        assertThat(oneByOne.decline(call, phone, Optional.empty()).state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void letsOneAnswerWhatAnotherHasDeclined() {
        Call call = SampleCalls.ringing(backend, anna, phone);
        oneByOne.decline(call, phone, Optional.empty());

        backend.answering.answer(call.id(), tablet, "bob");

        assertThat(stored(call).state()).isEqualTo(CallState.ANSWERED);
    }

    @Test
    void endsTheCallAtOnceForAUserOfOneDevice() {
        Call call = SampleCalls.ringing(backend, anna, backend.device("carl"));

        assertThat(oneByOne.decline(call, call.calleeId(), Optional.empty()).state())
                .isEqualTo(CallState.DECLINED);
    }

    @Test
    void doesNotWaitForTheDeviceThatCalls() {
        Call call = SampleCalls.ringing(backend, phone, tablet);

        assertThat(oneByOne.decline(call, tablet, Optional.empty()).state()).isEqualTo(CallState.DECLINED);
    }

    @Test
    void doesNotWaitForADeviceThatIsInAnotherCall() {
        SampleCalls.answered(backend, backend.device("carl"), tablet);
        Call call = SampleCalls.ringing(backend, anna, phone);

        assertThat(oneByOne.decline(call, phone, Optional.empty()).state()).isEqualTo(CallState.DECLINED);
    }

    @Test
    void tellsThatAnotherDeviceHasAnsweredMeanwhile() {
        Call seen = SampleCalls.ringing(backend, anna, phone);
        backend.answering.answer(seen.id(), tablet, "bob");

        assertThat(atOnce.decline(seen, phone, Optional.empty())).isEqualTo(stored(seen));
        assertThat(oneByOne.decline(seen, phone, Optional.empty())).isEqualTo(stored(seen));
        assertThat(stored(seen).state()).isEqualTo(CallState.ANSWERED);
    }

    private CallDeclining declining(boolean endsAll) {
        return new CallDeclining(backend.calls, backend.devices, backend.ending, endsAll);
    }

    private Call stored(Call call) {
        return backend.calls.find(call.id()).orElseThrow();
    }
}
