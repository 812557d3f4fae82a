package dev.ringback.deleteclientids;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.DeviceRemoval;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.telemetry.Telemetry;

/** Makes {@link DeleteClientIds}. */
public final class DeleteClientIdsFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        Telemetry telemetry = ports.get(Telemetry.class);
        return new DeleteClientIds(new DeviceDeletion(
                new DeviceRemoval(ports.get(DeviceStore.class), ports.get(CallEnding.class)), telemetry));
    }
}
