package dev.ringback.calling.device;

import dev.ringback.calling.account.AccountGoneException;
import dev.ringback.calling.device.DeviceStore.Registration;
import dev.ringback.calling.dynamodb.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** One attempt to register: the transaction that gives a device its tokens, and takes the devices away that had them. */
final class Registering {
    private static final int GONE = 0;

    private final DeviceTable table;
    private final Writes writes;
    private final Enrolment enrolment;
    private final Instant now;

    Registering(DeviceTable table, Writes writes, Enrolment enrolment, Instant now) {
        this.table = table;
        this.writes = writes;
        this.enrolment = enrolment;
        this.now = now;
    }

    /** Empty when somebody else registered, moved or removed one of the devices meanwhile. */
    Optional<Registration> attempt(Consumer<Device> beforeTaking) {
        Device fresh = enrolment.as(ClientId.fresh(), Optional.empty());
        Map<String, Optional<String>> holders = holders(ClaimItem.ids(fresh));
        List<StoredDevice> found = devices(holders);
        Optional<StoredDevice> kept = found.stream()
                .filter(stored -> stored.device().owner().equals(enrolment.owner()))
                .findFirst();
        List<StoredDevice> taken = found.stream()
                .filter(stored -> !kept.equals(Optional.of(stored)))
                .toList();
        List<Device> replaced = taken.stream()
                .map(StoredDevice::device)
                .filter(device -> !device.isGone(now))
                .toList();
        replaced.forEach(beforeTaking);
        Device device = kept.map(StoredDevice::device)
                .map(same -> enrolment.as(same.id(), same.callId()))
                .orElse(fresh);
        Optional<List<CancellationReason>> refused = writes.together(transaction(device, holders, kept, taken));
        refused.ifPresent(Registering::checkNotGone);
        return refused.isEmpty() ? Optional.of(new Registration(device, replaced)) : Optional.empty();
    }

    private static void checkNotGone(List<CancellationReason> reasons) {
        if (Writes.conditionFailed(reasons.get(GONE))) {
            throw new AccountGoneException();
        }
    }

    private Map<String, Optional<String>> holders(Set<String> claimIds) {
        Map<String, Optional<String>> holders = new LinkedHashMap<>();
        claimIds.forEach(id -> holders.put(id, table.holder(id)));
        return holders;
    }

    /** Read after the claims, so that a claim which comes to a device later fails the condition on one of the two. */
    private List<StoredDevice> devices(Map<String, Optional<String>> holders) {
        return holders.values().stream()
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(id -> table.device(id).stream())
                .toList();
    }

    private List<TransactWriteItem> transaction(
            Device device,
            Map<String, Optional<String>> holders,
            Optional<StoredDevice> kept,
            List<StoredDevice> taken) {
        List<TransactWriteItem> items = new ArrayList<>(List.of(table.unlessGone(enrolment.owner())));
        items.add(kept.map(stored -> table.change(stored, device, now)).orElseGet(() -> table.create(device, now)));
        holders.forEach((id, holder) -> items.add(table.claim(id, device, holder)));
        kept.ifPresent(stored -> items.addAll(otherClaims(stored.device(), holders.keySet())));
        for (StoredDevice stored : taken) {
            items.add(table.remove(stored));
            items.addAll(otherClaims(stored.device(), holders.keySet()));
        }
        return items;
    }

    private List<TransactWriteItem> otherClaims(Device device, Set<String> moved) {
        return ClaimItem.ids(device).stream()
                .filter(id -> !moved.contains(id))
                .filter(id -> table.holder(id).filter(device.id()::equals).isPresent())
                .map(id -> table.removeClaim(id, device.id()))
                .toList();
    }
}
