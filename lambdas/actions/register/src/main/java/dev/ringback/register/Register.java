package dev.ringback.register;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.DeviceStore.Registration;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.time.Clock;
import java.util.Map;

/** Makes a device callable: gives its push token an id that belongs to the caller. */
final class Register implements Action<RegisterRequest, RegisterAnswer> {
    private final DeviceStore devices;
    private final CallEnding ending;
    private final Clock clock;
    private final Telemetry telemetry;

    Register(DeviceStore devices, CallEnding ending, Clock clock, Telemetry telemetry) {
        this.devices = devices;
        this.ending = ending;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    @Override
    public String name() {
        return "register";
    }

    @Override
    public Class<RegisterRequest> requestType() {
        return RegisterRequest.class;
    }

    @Override
    public Result<RegisterAnswer> handle(Caller caller, RegisterRequest request) {
        try {
            Registration registration = devices.register(
                    caller.sub(), request.notifyType(), request.deviceToken(), clock.instant(), this::endItsCall);
            log(registration);
            Device device = registration.device();
            return Result.answer(new RegisterAnswer(device.id(), device.notifyType()));
        } catch (ContendedException e) {
            return Result.refuse(ErrorCode.TRY_AGAIN, "The device could not be registered. Please try again.");
        }
    }

    /** Once the former owner's device is gone, nobody could hang up for it. */
    private void endItsCall(Device replaced) {
        replaced.callId().ifPresent(callId -> {
            try {
                ending.leave(callId, replaced.id());
            } catch (RuntimeException e) {
                telemetry.event(
                        Level.ERROR,
                        "callNotEnded",
                        Map.of(
                                "callId", callId,
                                "clientId", replaced.id(),
                                "failure", e.getClass().getSimpleName()));
            }
        });
    }

    private void log(Registration registration) {
        Device device = registration.device();
        telemetry.event(
                Level.INFO,
                "register",
                Map.of(
                        "clientId", device.id(),
                        "notifyType", device.notifyType().name(),
                        "outcome", registration.replaced().isPresent() ? "MOVED" : "REGISTERED"));
    }
}
