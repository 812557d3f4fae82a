package dev.ringback.calling.device;

import dev.ringback.calling.dynamodb.Writes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The transactions that take a device, or a token of it, away together with the claims. */
final class Removing {
    private final DeviceTable table;
    private final Writes writes;

    Removing(DeviceTable table, Writes writes) {
        this.table = table;
        this.writes = writes;
    }

    /** Empty when the device has changed meanwhile. */
    Optional<Boolean> delete(String clientId) {
        Optional<StoredDevice> stored = table.device(clientId);
        if (stored.isEmpty()) {
            return Optional.of(true);
        }
        if (stored.get().device().callId().isPresent()) {
            return Optional.of(false);
        }
        return written(removal(stored.get()));
    }

    /** Empty when the device has changed meanwhile. */
    Optional<Boolean> forget(Device seen, String token, Instant now) {
        Optional<StoredDevice> stored = table.device(seen.id())
                .filter(found -> found.device().has(token))
                .filter(found -> found.device().expiresAt().equals(seen.expiresAt()));
        if (stored.isEmpty()) {
            return Optional.of(false);
        }
        Optional<Device> without = stored.get().device().without(token);
        if (without.isPresent()) {
            return written(change(stored.get(), without.get(), now));
        }
        return written(
                stored.get().device().callId().isEmpty()
                        ? removal(stored.get())
                        : change(stored.get(), stored.get().device().expiring(now), now));
    }

    private List<TransactWriteItem> removal(StoredDevice stored) {
        List<TransactWriteItem> items = new ArrayList<>(List.of(table.remove(stored)));
        heldBy(stored.device()).forEach(id -> items.add(table.removeClaim(id, stored.id())));
        return items;
    }

    private List<TransactWriteItem> change(StoredDevice stored, Device to, Instant now) {
        List<TransactWriteItem> items = new ArrayList<>(List.of(table.change(stored, to, now)));
        for (String id : heldBy(stored.device())) {
            items.add(ClaimItem.ids(to).contains(id) ? table.keepClaim(id, to) : table.removeClaim(id, stored.id()));
        }
        return items;
    }

    /** Of an expired device, others may have taken the claims. */
    private List<String> heldBy(Device device) {
        return ClaimItem.ids(device).stream()
                .filter(id -> table.holder(id).filter(device.id()::equals).isPresent())
                .toList();
    }

    private Optional<Boolean> written(List<TransactWriteItem> items) {
        return writes.together(items).isEmpty() ? Optional.of(true) : Optional.empty();
    }
}
