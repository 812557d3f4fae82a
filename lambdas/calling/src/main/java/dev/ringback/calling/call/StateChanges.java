package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.dynamodb.Writes;
import dev.ringback.calling.media.Media;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The writes that change a call's state. Each holds only if the state is still the one it starts from. */
final class StateChanges {
    /** How long whoever hears first of a call's end has for the release, before the sweeper tries. */
    private static final Duration RELEASE_LEASE = Duration.ofSeconds(30);

    static final String CHANGE =
            "SET #state = :to, #changedAt = :at, #changedBy = :by, #version = #version + :one, #leased = :leased,"
                    + " #leaseUntil = :leaseUntil";

    private final Writes writes;
    private final DeviceHolds devices;
    private final String table;

    StateChanges(Writes writes, DeviceHolds devices, String table) {
        this.writes = writes;
        this.devices = devices;
        this.table = table;
    }

    Changing end(Call seen, Transition transition, Change change) {
        List<String> held =
                new ArrayList<>(List.of(seen.callerId(), seen.parties().heldCallee()));
        for (; ; ) {
            List<TransactWriteItem> items = new ArrayList<>();
            items.add(ending(seen, transition, change));
            held.forEach(device -> items.add(devices.letGo(seen.id(), device)));
            Optional<List<CancellationReason>> refused = writes.together(items);
            if (refused.isEmpty()) {
                return new Changing.Changed(ended(seen, transition, change));
            }
            CancellationReason call = refused.get().getFirst();
            if (Writes.conditionFailed(call)) {
                return refused(call.item());
            }
            // A device that does not name the call is no reason to let the call go on: it is left as it is.
            held = stillHeld(held, refused.get());
        }
    }

    private TransactWriteItem ending(Call seen, Transition transition, Change change) {
        String condition = condition(seen, transition);
        // The tokens open nothing any more; the ids stay until the media is released.
        String removed = " REMOVE #callerToken, #calleeToken" + (change.reason().isPresent() ? "" : ", #reason");
        String set = CHANGE + ", #endedAt = :at" + (change.reason().isPresent() ? ", #reason = :reason" : "") + removed;
        Map<String, AttributeValue> values = new HashMap<>(values(transition, change));
        values.put(":leaseUntil", millis(change.at().plus(RELEASE_LEASE)));
        change.reason().ifPresent(reason -> values.put(":reason", text(reason)));
        seen.parties().answeredBy().ifPresent(device -> values.put(":answeredBy", text(device)));
        if (transition == Transition.EXPIRE) {
            values.put(":seenLease", millis(seen.leaseUntil().orElseThrow()));
        }
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(CallItem.key(seen.id()))
                        .updateExpression(set)
                        .conditionExpression(condition)
                        .expressionAttributeNames(names(set, condition))
                        .expressionAttributeValues(values)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private static String condition(Call seen, Transition transition) {
        // Or another device than the one that is held would be freed.
        String same = seen.parties().answeredBy().isPresent()
                ? "#state = :from AND #answeredBy = :answeredBy"
                : "#state = :from AND attribute_not_exists(#answeredBy)";
        // Somebody may have shown to be alive since the call was read.
        return transition == Transition.EXPIRE ? same + " AND #leaseUntil = :seenLease" : same;
    }

    /** What the write made of the call; a transaction does not tell. */
    private static Call ended(Call seen, Transition transition, Change change) {
        return new Call(
                seen.id(),
                transition.to(),
                seen.parties(),
                seen.timeline().ending(change.at()),
                seen.media().map(Media::withoutTokens),
                change,
                seen.version() + 1,
                Optional.of(change.at().plus(RELEASE_LEASE)),
                seen.noted());
    }

    private static List<String> stillHeld(List<String> held, List<CancellationReason> reasons) {
        List<String> still = new ArrayList<>();
        for (int i = 0; i < held.size(); i++) {
            if (!Writes.conditionFailed(reasons.get(i + 1))) {
                still.add(held.get(i));
            }
        }
        return still;
    }

    static Map<String, AttributeValue> values(Transition transition, Change change) {
        return Map.of(
                ":from", text(transition.from().name()),
                ":to", text(transition.to().name()),
                ":at", millis(change.at()),
                ":by", text(change.by()),
                ":one", number(1),
                ":leased", CallItem.LEASED);
    }

    /** An item without a state is a request's pin, which no client can name. */
    static Changing refused(Map<String, AttributeValue> item) {
        return item != null && item.containsKey("state")
                ? new Changing.Refused(CallItem.read(item))
                : new Changing.Unknown();
    }
}
