package dev.ringback.listcalls;

import static dev.ringback.actionkit.ErrorCode.DEVICE_NOT_FOUND;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Both;
import dev.ringback.calling.call.CallHistory;
import dev.ringback.calling.call.CallHistory.Page;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import java.util.Optional;

/** Lists the calls that a device made, and those that its user was rung for on any of his. */
final class ListCalls implements Action<ListCallsRequest, ListCallsAnswer> {
    private final DeviceStore devices;
    private final CallHistory history;

    ListCalls(DeviceStore devices, CallHistory history) {
        this.devices = devices;
        this.history = history;
    }

    @Override
    public String name() {
        return "listCalls";
    }

    @Override
    public Class<ListCallsRequest> requestType() {
        return ListCallsRequest.class;
    }

    @Override
    public Result<ListCallsAnswer> handle(Caller caller, ListCallsRequest request) {
        // At the same time, since whose device it is does not depend on what it did.
        Both<Optional<Device>, Page> reads = Together.both(
                () -> devices.find(request.clientId()),
                () -> history.of(request.clientId(), caller.sub(), request.before(), request.size()));
        Optional<Device> device =
                reads.first().orThrow().filter(found -> found.owner().equals(caller.sub()));
        return device.isPresent()
                ? Result.answer(ListCallsAnswer.of(reads.second().orThrow()))
                : Result.refuse(DEVICE_NOT_FOUND, "Device clientId is unknown, or not yours.");
    }
}
