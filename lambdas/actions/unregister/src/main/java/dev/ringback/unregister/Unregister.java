package dev.ringback.unregister;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.call.DeviceRemoval;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.Map;

/** Signs a device out: it is rung no more, and the call it is in ends. */
final class Unregister implements Action<UnregisterRequest, UnregisterAnswer> {
    private final DeviceRemoval devices;
    private final Telemetry telemetry;

    Unregister(DeviceRemoval devices, Telemetry telemetry) {
        this.devices = devices;
        this.telemetry = telemetry;
    }

    @Override
    public String name() {
        return "unregister";
    }

    @Override
    public Class<UnregisterRequest> requestType() {
        return UnregisterRequest.class;
    }

    @Override
    public Result<UnregisterAnswer> handle(Caller caller, UnregisterRequest request) {
        Result<UnregisterAnswer> result = remove(caller, request.clientId());
        log(request.clientId(), result);
        return result;
    }

    private Result<UnregisterAnswer> remove(Caller caller, String clientId) {
        try {
            return switch (devices.remove(caller.sub(), clientId)) {
                case REMOVED -> Result.answer(new UnregisterAnswer("success"));
                case NOT_FOUND ->
                    Result.refuse(ErrorCode.DEVICE_NOT_FOUND, "Device clientId is unknown, or not yours.");
                case IN_CALLS ->
                    Result.refuse(ErrorCode.TRY_AGAIN, "The device keeps entering calls. Please try again.");
            };
        } catch (ContendedException e) {
            return Result.refuse(ErrorCode.TRY_AGAIN, "The device could not be removed. Please try again.");
        }
    }

    private void log(String clientId, Result<UnregisterAnswer> result) {
        String outcome = switch (result) {
            case Result.Answered<UnregisterAnswer> _ -> "REMOVED";
            case Result.Refused<UnregisterAnswer> refused -> refused.code().name();
        };
        telemetry.event(Level.INFO, "unregister", Map.of("clientId", clientId, "outcome", outcome));
    }
}
