package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.names;

import dev.ringback.calling.call.CallStore.NewCall;
import dev.ringback.calling.call.CallStore.Reservation;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceItem;
import dev.ringback.calling.dynamodb.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The transaction that begins a call, and what its refusal means. */
final class Reserving {
    private static final int CALLER = 0;
    private static final int CALLEE = 1;
    private static final int RATE = 3;
    private static final int PIN = 4;

    private final Writes writes;
    private final DeviceHolds devices;
    private final Holders holders;
    private final RequestPins pins;
    private final CallRates rates;
    private final String table;

    Reserving(Writes writes, DeviceHolds devices, Holders holders, RequestPins pins, CallRates rates, String table) {
        this.writes = writes;
        this.devices = devices;
        this.holders = holders;
        this.pins = pins;
        this.rates = rates;
        this.table = table;
    }

    /** A call in the way whose time is up is ended, which is tried once: if the devices are taken then too, they are taken. */
    Reservation reserve(NewCall call) {
        Reservation first = attempt(call);
        if (!(first instanceof Reservation.Taken taken)
                || taken.callersCall().isPresent()
                || taken.calleesCall().isPresent()) {
            return first;
        }
        return attempt(call);
    }

    private Reservation attempt(NewCall call) {
        List<TransactWriteItem> items = new ArrayList<>(List.of(
                devices.holdCaller(call.call()),
                devices.holdCallee(call.call()),
                put(call),
                rates.inTransaction(call.rate())));
        call.pin()
                .map(pin -> pins.inTransaction(
                        pin, call.call().id(), call.call().timeline().startedAt()))
                .ifPresent(items::add);
        return writes.together(items)
                .map(reasons -> refused(call.call(), reasons))
                .orElseGet(Reservation.Reserved::new);
    }

    private Reservation refused(Call call, List<CancellationReason> reasons) {
        Optional<Reservation.AlreadyMade> made = alreadyMade(reasons);
        if (made.isPresent()) {
            // An earlier attempt of this very write may have been done, and its answer got lost.
            return made.get().callId().equals(call.id()) ? new Reservation.Reserved() : made.get();
        }
        Instant now = call.timeline().startedAt();
        Optional<Device> caller = device(reasons.get(CALLER), now)
                .filter(device -> device.owner().equals(call.parties().callerOwner()));
        Optional<Device> callee = device(reasons.get(CALLEE), now);
        Optional<String> callersCall = caller.flatMap(Device::callId);
        Optional<String> calleesCall = callee.flatMap(Device::callId);
        if (callersCall.or(() -> calleesCall).filter(call.id()::equals).isPresent()) {
            return new Reservation.Reserved();
        }
        if (Writes.conditionFailed(reasons.get(CALLER)) && caller.isEmpty()) {
            return new Reservation.CallerNotFound();
        }
        if (Writes.conditionFailed(reasons.get(RATE))) {
            return new Reservation.TooMany();
        }
        if (Writes.conditionFailed(reasons.get(CALLEE)) && callee.isEmpty()) {
            return new Reservation.CalleeNotFound();
        }
        return taken(call, callersCall, calleesCall);
    }

    /** Both calls are empty when those in the way were over, or have just been ended. */
    private Reservation.Taken taken(Call call, Optional<String> callersCall, Optional<String> calleesCall) {
        boolean same = callersCall.isPresent() && callersCall.equals(calleesCall);
        Optional<Call> first = callersCall.flatMap(
                id -> holders.live(id, call.callerId(), call.timeline().startedAt()));
        Optional<Call> second = same && first.isPresent()
                ? first
                : calleesCall.flatMap(
                        id -> holders.live(id, call.calleeId(), call.timeline().startedAt()));
        return new Reservation.Taken(first, second);
    }

    private static Optional<Reservation.AlreadyMade> alreadyMade(List<CancellationReason> reasons) {
        return reasons.size() > PIN && Writes.conditionFailed(reasons.get(PIN))
                ? Optional.of(RequestPins.read(reasons.get(PIN).item()))
                : Optional.empty();
    }

    private static Optional<Device> device(CancellationReason reason, Instant now) {
        return DeviceItem.read(reason.item()).filter(device -> !device.isGone(now));
    }

    private TransactWriteItem put(NewCall call) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(CallItem.write(call))
                        .conditionExpression("attribute_not_exists(#callId)")
                        .expressionAttributeNames(names("#callId")))
                .build();
    }
}
