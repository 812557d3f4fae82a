package dev.ringback.pushnotifier;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.calling.media.Media;
import java.time.Duration;
import java.util.Optional;

/** A reserved call between two registered devices. */
final class CallBeingSetUp {
    static final String CALLEE_TOKEN = "callee-jwt";

    final FixedClock clock = new FixedClock();
    final InMemoryDeviceStore devices = new InMemoryDeviceStore();
    final InMemoryCallStore calls = new InMemoryCallStore(devices);
    final Device caller = devices.register("ada", NotifyType.APNS_VOIP, "token-of-ada", clock.instant(), _ -> {})
            .device();
    final Device callee = devices.register("bob", NotifyType.GCM, "token-of-bob", clock.instant(), _ -> {})
            .device();
    final Call call = new Call(
            "call-1",
            CallState.RINGING,
            caller.id(),
            callee.id(),
            "ada",
            Optional.empty(),
            clock.instant(),
            clock.instant().plusSeconds(30),
            clock.instant().plusSeconds(30));

    CallBeingSetUp() {
        calls.reserve(call, clock.instant());
    }

    void attachMedia() {
        Media media = new Media(
                "session-1",
                new Media.Participant("participant-1", "caller-jwt"),
                new Media.Participant("participant-2", CALLEE_TOKEN));
        calls.attachMedia(call, media, clock.instant().plus(Duration.ofHours(1)));
    }
}
