package dev.ringback.deleteclientids;

import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.call.DeviceRemoval;
import dev.ringback.deleteclientids.DeleteClientIdsAnswer.Deleted;
import dev.ringback.deleteclientids.DeleteClientIdsAnswer.Deletion;
import dev.ringback.deleteclientids.DeleteClientIdsAnswer.Failed;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.Map;

/** What a client is told of the removal of one device. */
final class DeviceDeletion {
    private final DeviceRemoval devices;
    private final Telemetry telemetry;

    DeviceDeletion(DeviceRemoval devices, Telemetry telemetry) {
        this.devices = devices;
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
            return switch (devices.remove(caller.sub(), id)) {
                case REMOVED -> new Deleted(id);
                case NOT_FOUND -> new Failed(id, ErrorCode.DEVICE_NOT_FOUND, "The device is unknown, or not yours.");
                case IN_CALLS ->
                    new Failed(id, ErrorCode.TRY_AGAIN, "The device keeps entering calls. Please try again.");
            };
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
