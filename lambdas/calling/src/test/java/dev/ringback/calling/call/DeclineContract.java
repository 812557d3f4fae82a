package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.device.Device;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** How it is remembered that some devices do not want a call which rings on others. */
interface DeclineContract extends CallStoreContract {
    @Test
    default void remembersEachDeviceThatDeclines() {
        Device tablet = tablet("bob");
        Call call = ringing(anna(), bob());

        assertThat(calls().decline(call.id(), tablet.id()))
                .get(InstanceOfAssertFactories.collection(String.class))
                .containsExactly(tablet.id());
        assertThat(calls().decline(call.id(), bob().id()))
                .get(InstanceOfAssertFactories.collection(String.class))
                .containsExactlyInAnyOrder(tablet.id(), bob().id());
    }

    @Test
    default void remembersADeviceThatDeclinesTwiceOnce() {
        Call call = ringing(anna(), bob());
        calls().decline(call.id(), bob().id());

        assertThat(calls().decline(call.id(), bob().id()))
                .get(InstanceOfAssertFactories.collection(String.class))
                .containsExactly(bob().id());
    }

    @Test
    default void letsTheCallRingOn() {
        Call call = ringing(anna(), bob());

        calls().decline(call.id(), bob().id());

        assertThat(stored(call)).isEqualTo(call);
        assertThat(callOf(bob())).contains(call.id());
    }

    @Test
    default void remembersNoDeclineOfACallThatRingsNoLonger() {
        assertThat(calls().decline(answered(anna(), bob()).id(), bob().id())).isEmpty();
    }

    @Test
    default void remembersNoDeclineOfACallThatWasNeverMade() {
        Call never = newCall(anna(), bob());

        assertThat(calls().decline(never.id(), bob().id())).isEmpty();
        assertThat(calls().find(never.id())).isEmpty();
    }
}
