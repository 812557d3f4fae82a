package dev.ringback.endcall;

import static dev.ringback.actionkit.ErrorCode.CALL_NOT_FOUND;
import static dev.ringback.actionkit.ErrorCode.DEVICE_NOT_FOUND;
import static dev.ringback.actionkit.ErrorCode.TRY_AGAIN;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.OwnCalls;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Ends a call for both sides, whichever of them asks: the one it names, or else the one the device is in. */
final class EndCall implements Action<EndCallRequest, EndCallAnswer> {
    private final DeviceStore devices;
    private final CallStore calls;
    private final OwnCalls ownCalls;
    private final CallEnding ending;
    private final Telemetry telemetry;

    EndCall(DeviceStore devices, CallStore calls, CallEnding ending, Telemetry telemetry) {
        this.devices = devices;
        this.calls = calls;
        this.ownCalls = new OwnCalls(calls, devices);
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
        try {
            Result<EndCallAnswer> result = request.callId()
                    .map(callId -> endNamed(caller, request.clientId(), callId))
                    .orElseGet(() -> endCurrent(caller, request.clientId()));
            log(request, result);
            return result;
        } catch (ContendedException e) {
            return Result.refuse(TRY_AGAIN, "The call could not be ended. Please try again.");
        }
    }

    private Result<EndCallAnswer> endNamed(Caller caller, String clientId, String callId) {
        return ownCalls.find(callId, clientId, caller.sub())
                .map(call -> end(call, clientId))
                .orElseGet(() -> Result.refuse(CALL_NOT_FOUND, "There is no such call for this device."));
    }

    private Result<EndCallAnswer> endCurrent(Caller caller, String clientId) {
        Optional<Device> device =
                devices.find(clientId).filter(found -> found.owner().equals(caller.sub()));
        if (device.isEmpty()) {
            return Result.refuse(DEVICE_NOT_FOUND, "Device clientId is unknown, or not yours.");
        }
        return device.flatMap(Device::callId)
                .flatMap(calls::find)
                .map(call -> end(call, clientId))
                .orElseGet(() -> Result.answer(EndCallAnswer.nothingToEnd()));
    }

    private Result<EndCallAnswer> end(Call call, String clientId) {
        return Result.answer(EndCallAnswer.of(ending.hangUp(call, clientId, Optional.empty())));
    }

    private void log(EndCallRequest request, Result<EndCallAnswer> result) {
        Map<String, String> fields = new HashMap<>();
        fields.put("clientId", request.clientId());
        switch (result) {
            case Result.Answered<EndCallAnswer>(var answer) -> {
                answer.result().callId().ifPresent(callId -> fields.put("callId", callId));
                fields.put("outcome", answer.result().ended() ? "ENDED" : "NOTHING_TO_END");
            }
            case Result.Refused<EndCallAnswer> refused ->
                fields.put("outcome", refused.code().name());
        }
        telemetry.event(Level.INFO, "endCall", fields);
    }
}
