package dev.ringback.register;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceRetention;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.DeviceStore.Registration;
import dev.ringback.calling.device.Enrolment;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Makes a device callable: gives its push token an id that belongs to the caller. */
final class Register implements Action<RegisterRequest, RegisterAnswer> {
    private final DeviceStore devices;
    private final CallEnding ending;
    private final DeviceRetention retention;
    private final Clock clock;
    private final Telemetry telemetry;

    Register(DeviceStore devices, CallEnding ending, DeviceRetention retention, Clock clock, Telemetry telemetry) {
        this.retention = retention;
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
            Registration registration = devices.register(enrolment(caller, request), this::endItsCall);
            log(registration);
            Device device = registration.device();
            return Result.answer(new RegisterAnswer(device.id(), device.notifyType()));
        } catch (ContendedException e) {
            return Result.refuse(ErrorCode.TRY_AGAIN, "The device could not be registered. Please try again.");
        }
    }

    private Enrolment enrolment(Caller caller, RegisterRequest request) {
        return new Enrolment(
                caller.sub(),
                request.channel(),
                request.deviceToken(),
                request.voipToken(),
                request.installationId(),
                request.platform(),
                request.appVersion(),
                clock.instant().plus(retention.kept()));
    }

    /** Once the device that had the token is gone, nobody could hang up for it. */
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
        Map<String, String> fields = new HashMap<>();
        fields.put("clientId", device.id());
        fields.put("notifyType", device.notifyType().name());
        fields.put("outcome", registration.replaced().isEmpty() ? "REGISTERED" : "MOVED");
        device.platform().ifPresent(platform -> fields.put("platform", platform));
        device.appVersion().ifPresent(version -> fields.put("appVersion", version));
        telemetry.event(Level.INFO, "register", fields);
    }
}
