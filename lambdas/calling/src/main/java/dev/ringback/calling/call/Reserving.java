package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.names;

import dev.ringback.calling.call.CallStore.Reservation;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceItem;
import dev.ringback.calling.dynamodb.Writes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The transaction that begins a call, and what its refusal means. */
final class Reserving {
    private final Writes writes;
    private final DeviceReservations devices;
    private final String table;
    private final Function<String, Optional<Call>> calls;

    Reserving(Writes writes, DeviceReservations devices, String table, Function<String, Optional<Call>> calls) {
        this.writes = writes;
        this.devices = devices;
        this.table = table;
        this.calls = calls;
    }

    /** Busy is looked into once: a call that is over may have left its devices held when whoever ended it died. */
    Reservation reserve(Call call, Instant now) {
        Attempt first = attempt(call, now);
        return freedFromCallsThatAreOver(first.busy()) ? attempt(call, now).reservation() : first.reservation();
    }

    /** @param busy the devices that stood in the way, each with the call that holds it */
    private record Attempt(Reservation reservation, List<Device> busy) {
        Attempt(Reservation reservation) {
            this(reservation, List.of());
        }
    }

    private Attempt attempt(Call call, Instant now) {
        TransactWriteItem newCall = TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(CallItem.write(call))
                        .conditionExpression("attribute_not_exists(#callId)")
                        .expressionAttributeNames(names("#callId")))
                .build();
        return writes.together(List.of(devices.holdCaller(call, now), devices.holdCallee(call, now), newCall))
                .map(reasons -> refused(call, reasons.get(0), reasons.get(1)))
                .orElseGet(() -> new Attempt(new Reservation.Reserved()));
    }

    private static Attempt refused(Call call, CancellationReason callerReason, CancellationReason calleeReason) {
        boolean callerRefused = Writes.conditionFailed(callerReason);
        boolean calleeRefused = Writes.conditionFailed(calleeReason);
        Optional<Device> caller = DeviceItem.read(callerReason.item())
                .filter(device -> device.owner().equals(call.callerOwner()));
        Optional<Device> callee = DeviceItem.read(calleeReason.item());
        if (callerRefused && caller.isEmpty()) {
            return new Attempt(new Reservation.CallerNotFound());
        }
        if (calleeRefused && callee.isEmpty()) {
            return new Attempt(new Reservation.CalleeNotFound());
        }
        List<Device> busy = Stream.of(caller, callee).flatMap(Optional::stream).toList();
        if (busy.stream().anyMatch(device -> holder(device).equals(call.id()))) {
            // An earlier attempt of this very request was written, and its answer got lost.
            return new Attempt(new Reservation.Reserved());
        }
        if (callerRefused) {
            return new Attempt(new Reservation.CallerBusy(), busy);
        }
        if (calleeRefused) {
            return new Attempt(new Reservation.CalleeBusy(), busy);
        }
        throw new IllegalStateException("there is a call " + call.id() + " already");
    }

    /** False when there was none to free, or a device is truly in a call. */
    private boolean freedFromCallsThatAreOver(List<Device> busy) {
        if (busy.isEmpty() || !busy.stream().allMatch(device -> isOver(holder(device)))) {
            return false;
        }
        busy.forEach(device -> devices.free(holder(device), List.of(device.id())));
        return true;
    }

    /**
     * A call that does not exist counts as over. Should a read see a reservation a moment before its call, nothing breaks:
     * attaching the media checks the reservations again.
     */
    private boolean isOver(String callId) {
        return calls.apply(callId).map(call -> call.state().isFinal()).orElse(true);
    }

    private static String holder(Device device) {
        return device.reservation().orElseThrow().callId();
    }
}
