package dev.ringback.endcall;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.Device.Reservation;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.Map;
import java.util.Optional;

/** Ends the call a device is in, for both sides, whichever of them asks. */
final class EndCall implements Action<EndCallRequest, EndCallAnswer> {
    private final DeviceStore devices;
    private final CallEnding ending;
    private final Telemetry telemetry;

    EndCall(DeviceStore devices, CallEnding ending, Telemetry telemetry) {
        this.devices = devices;
        this.ending = ending;
        this.telemetry = telemetry;
    }

    @Override
    public String name() {
        return "endCall";
    }

    @Override
    public Class<EndCallRequest> requestType() {
        return EndCallRequest.class;
    }

    @Override
    public Result<EndCallAnswer> handle(Caller caller, EndCallRequest request) {
        Optional<Device> device =
                devices.find(request.clientId()).filter(found -> found.owner().equals(caller.sub()));
        if (device.isEmpty()) {
            return Result.refuse(ErrorCode.DEVICE_NOT_FOUND, "Device clientId is unknown, or not yours.");
        }
        return device.get()
                .reservation()
                .map(reservation -> end(device.get(), reservation))
                .orElseGet(() -> answer(device.get(), false, Optional.empty()));
    }

    private Result<EndCallAnswer> end(Device device, Reservation reservation) {
        try {
            return answer(device, ending.end(reservation.callId()), Optional.of(reservation.callId()));
        } catch (ContendedException e) {
            return Result.refuse(ErrorCode.TRY_AGAIN, "The call could not be ended. Please try again.");
        }
    }

    private Result<EndCallAnswer> answer(Device device, boolean ended, Optional<String> callId) {
        telemetry.event(
                Level.INFO,
                "endCall",
                Map.of(
                        "callId", callId.orElse("none"),
                        "clientId", device.id(),
                        "outcome", ended ? "ENDED" : "NOTHING_TO_END"));
        return Result.answer(EndCallAnswer.success(ended, callId));
    }
}
