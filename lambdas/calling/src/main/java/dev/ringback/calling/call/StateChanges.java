package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.number;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.call.CallStore.Answer;
import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.dynamodb.Writes;
import dev.ringback.calling.media.Media;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The writes that change a call's state. Each holds only if the state is still the one it starts from. */
final class StateChanges {
    /** How long whoever hears first of a call's end has for the release, before the sweeper tries. */
    private static final Duration RELEASE_LEASE = Duration.ofSeconds(30);

    private static final String CHANGE =
            "SET #state = :to, #changedAt = :at, #changedBy = :by, #version = #version + :one, #leased = :leased,"
                    + " #leaseUntil = :leaseUntil";

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final DeviceHolds devices;
    private final String table;

    StateChanges(DynamoDbClient dynamoDb, Writes writes, DeviceHolds devices, String table) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.devices = devices;
        this.table = table;
    }

    Changing answer(Answer answer) {
        String change = CHANGE + ", #answeredAt = :at REMOVE #reason";
        String condition = "#state = :from AND #calleeId = :calleeId AND #calleeOwner = :calleeOwner"
                + " AND #ringUntil >= :rungUntilAtLeast";
        Change by = new Change(answer.calleeId(), Optional.empty(), answer.at());
        Map<String, AttributeValue> values = new HashMap<>(values(Transition.ANSWER, by));
        values.put(":leaseUntil", millis(answer.leaseUntil()));
        values.put(":calleeId", text(answer.calleeId()));
        values.put(":calleeOwner", text(answer.calleeOwner()));
        values.put(":rungUntilAtLeast", millis(answer.rungUntilAtLeast()));
        try {
            return new Changing.Changed(CallItem.read(writes.repeatedly(
                            () -> dynamoDb.updateItem(update -> update.tableName(table)
                                    .key(CallItem.key(answer.callId()))
                                    .updateExpression(change)
                                    .conditionExpression(condition)
                                    .expressionAttributeNames(names(change, condition))
                                    .expressionAttributeValues(values)
                                    .returnValues(ReturnValue.ALL_NEW)
                                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                    .attributes()));
        } catch (ConditionalCheckFailedException e) {
            return refused(e.hasItem() ? e.item() : Map.of());
        }
    }

    Changing end(Call seen, Transition transition, Change change) {
        List<String> held = new ArrayList<>(List.of(seen.callerId(), seen.calleeId()));
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
        String condition = condition(transition);
        // The tokens open nothing any more; the ids stay until the media is released.
        String removed = " REMOVE #callerToken, #calleeToken" + (change.reason().isPresent() ? "" : ", #reason");
        String set = CHANGE + ", #endedAt = :at" + (change.reason().isPresent() ? ", #reason = :reason" : "") + removed;
        Map<String, AttributeValue> values = new HashMap<>(values(transition, change));
        values.put(":leaseUntil", millis(change.at().plus(RELEASE_LEASE)));
        change.reason().ifPresent(reason -> values.put(":reason", text(reason)));
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

    private static String condition(Transition transition) {
        // Somebody may have shown to be alive since the call was read.
        return transition == Transition.EXPIRE ? "#state = :from AND #leaseUntil = :seenLease" : "#state = :from";
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
                Optional.of(change.at().plus(RELEASE_LEASE)));
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

    private static Map<String, AttributeValue> values(Transition transition, Change change) {
        return Map.of(
                ":from", text(transition.from().name()),
                ":to", text(transition.to().name()),
                ":at", millis(change.at()),
                ":by", text(change.by()),
                ":one", number(1),
                ":leased", CallItem.LEASED);
    }

    /** An item without a state is a request's pin, which no client can name. */
    private static Changing refused(Map<String, AttributeValue> item) {
        return item != null && item.containsKey("state")
                ? new Changing.Refused(CallItem.read(item))
                : new Changing.Unknown();
    }
}
