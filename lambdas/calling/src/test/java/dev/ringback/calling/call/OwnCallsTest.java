package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.InMemoryBackend;
import org.junit.jupiter.api.Test;

class OwnCallsTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final OwnCalls calls = new OwnCalls(backend.calls, backend.devices);
    private final String anna = backend.device("anna");
    private final String phone = backend.device("bob");
    private final String tablet = backend.device("bob");
    private final Call call = SampleCalls.ringing(backend, anna, phone);

    @Test
    void areThoseOfTheCallerAndOfEachDeviceOfTheCalleesUser() {
        assertThat(calls.find(call.id(), anna, "anna")).contains(call);
        assertThat(calls.find(call.id(), phone, "bob")).contains(call);
        assertThat(calls.find(call.id(), tablet, "bob")).contains(call);
    }

    @Test
    void areNotThoseOfAnotherDeviceOfTheCaller() {
        assertThat(calls.find(call.id(), backend.device("anna"), "anna")).isEmpty();
    }

    @Test
    void areNotFoundInTheNameOfADeviceOfSomebodyElse() {
        assertThat(calls.find(call.id(), backend.device("carl"), "bob")).isEmpty();
        assertThat(calls.find(call.id(), anna, "bob")).isEmpty();
        assertThat(calls.find(call.id(), "unknown", "bob")).isEmpty();
    }

    @Test
    void areNotThoseOfStrangers() {
        assertThat(calls.find(call.id(), backend.device("carl"), "carl")).isEmpty();
        assertThat(calls.find(call.id(), phone, "carl")).isEmpty();
    }

    @Test
    void areFoundByADeviceThatIsGoneIfTheCallNamesIt() {
        backend.ending.leave(call.id(), phone);
        backend.devices.delete(backend.devices.find(phone).orElseThrow());

        assertThat(calls.find(call.id(), phone, "bob")).isPresent();
    }

    @Test
    void areNotFoundWhereThereAreNone() {
        assertThat(calls.find("unknown", phone, "bob")).isEmpty();
    }
}
