package dev.ringback.deleteclientids;

import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.deleteclientids.DeleteClientIdsAnswer.Deleted;
import dev.ringback.deleteclientids.DeleteClientIdsAnswer.Deletion;
import dev.ringback.deleteclientids.DeleteClientIdsAnswer.Failed;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.Map;
import java.util.Optional;

/** Takes one device out of the backend, after ending the call it is in. */
final class DeviceDeletion {
    private static final int ATTEMPTS = 3;

    private final DeviceStore devices;
    private final CallEnding ending;
    private final Telemetry telemetry;

    DeviceDeletion(DeviceStore devices, CallEnding ending, Telemetry telemetry) {
        this.devices = devices;
        this.ending = ending;
        this.telemetry = telemetry;
    }

    /** Never throws, so that one id's failure hides no other's. */
    Deletion delete(Caller caller, String id) {
        Deletion deletion = tryToDelete(caller, id);
        telemetry.event(Level.INFO, "deleteClientIds", Map.of("clientId", id, "outcome", outcome(deletion)));
        return deletion;
    }

    private Deletion tryToDelete(Caller caller, String id) {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<Device> device =
                        devices.find(id).filter(found -> found.owner().equals(caller.sub()));
                if (device.isEmpty()) {
                    return new Failed(id, ErrorCode.DEVICE_NOT_FOUND, "The device is unknown, or not yours.");
                }
                device.get().callId().ifPresent(callId -> ending.leave(callId, id));
                if (devices.delete(device.get())) {
                    return new Deleted(id);
                }
            }
            return new Failed(id, ErrorCode.TRY_AGAIN, "The device keeps entering calls. Please try again.");
        } catch (ContendedException e) {
            return new Failed(id, ErrorCode.TRY_AGAIN, "The device could not be deleted. Please try again.");
        } catch (RuntimeException e) {
            telemetry.event(
                    Level.ERROR,
                    "deviceNotDeleted",
                    Map.of("clientId", id, "failure", e.getClass().getSimpleName()));
            return new Failed(id, ErrorCode.INTERNAL, "Something went wrong. The device may still be there.");
        }
    }

    private static String outcome(Deletion deletion) {
        return switch (deletion) {
            case Deleted _ -> "DELETED";
            case Failed failed -> failed.error().name();
        };
    }
}
