package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.call.CallStore.Answer;
import dev.ringback.calling.call.CallStore.Changing;
import dev.ringback.calling.call.CallStore.Takeover;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceItem;
import dev.ringback.calling.dynamodb.Writes;
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

/** The writes that answer a call: one update for the device that was dialed, a transaction for any other. */
final class Answers {
    private static final int CALL = 0;
    private static final int DEVICE = 1;

    private static final String CHANGE = StateChanges.CHANGE + ", #answeredAt = :at, #answeredBy = :by REMOVE #reason";
    private static final String CONDITION =
            "#state = :from AND #calleeId = :dialed AND #calleeOwner = :owner" + " AND #ringUntil >= :rungUntilAtLeast";

    private final DynamoDbClient dynamoDb;
    private final Writes writes;
    private final DeviceHolds devices;
    private final Holders holders;
    private final String table;

    Answers(DynamoDbClient dynamoDb, Writes writes, DeviceHolds devices, Holders holders, String table) {
        this.dynamoDb = dynamoDb;
        this.writes = writes;
        this.devices = devices;
        this.holders = holders;
        this.table = table;
    }

    Changing answer(Answer answer) {
        try {
            return new Changing.Changed(CallItem.read(writes.repeatedly(() ->
                            dynamoDb.updateItem(update -> update.tableName(table)
                                    .key(CallItem.key(answer.callId()))
                                    .updateExpression(CHANGE)
                                    .conditionExpression(CONDITION)
                                    .expressionAttributeNames(names(CHANGE, CONDITION))
                                    .expressionAttributeValues(values(answer, answer.clientId()))
                                    .returnValues(ReturnValue.ALL_NEW)
                                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)))
                    .attributes()));
        } catch (ConditionalCheckFailedException e) {
            return StateChanges.refused(e.hasItem() ? e.item() : Map.of());
        }
    }

    /** A call in the way whose time is up is ended, which is tried once. */
    Takeover takeOver(Call seen, Answer answer) {
        return attempt(seen, answer).or(() -> attempt(seen, answer)).orElseGet(Takeover.DeviceTaken::new);
    }

    /** Empty if the device was in a call that is over by now. */
    private Optional<Takeover> attempt(Call seen, Answer answer) {
        List<TransactWriteItem> items = new ArrayList<>();
        items.add(answering(answer, seen.calleeId()));
        items.add(devices.hold(seen.id(), answer.clientId(), answer.owner(), answer.at()));
        Optional<List<CancellationReason>> refused = together(items, devices.letGo(seen.id(), seen.calleeId()));
        if (refused.isEmpty()) {
            return Optional.of(new Takeover.Decided(new Changing.Changed(answered(seen, answer))));
        }
        CancellationReason call = refused.get().get(CALL);
        return Writes.conditionFailed(call)
                ? Optional.of(new Takeover.Decided(StateChanges.refused(call.item())))
                : inTheWay(answer, DeviceItem.read(refused.get().get(DEVICE).item()));
    }

    /** A dialed device that does not name the call is no reason to let it go on ringing: it is left as it is. */
    private Optional<List<CancellationReason>> together(List<TransactWriteItem> items, TransactWriteItem letGo) {
        List<TransactWriteItem> withDialed = new ArrayList<>(items);
        withDialed.add(letGo);
        return writes.together(withDialed)
                .flatMap(reasons -> reasons.subList(0, items.size()).stream().anyMatch(Writes::conditionFailed)
                        ? Optional.of(reasons)
                        : writes.together(items));
    }

    private Optional<Takeover> inTheWay(Answer answer, Optional<Device> device) {
        Optional<String> callId =
                device.filter(found -> found.owner().equals(answer.owner())).flatMap(Device::callId);
        if (callId.isEmpty()) {
            return Optional.of(new Takeover.DeviceNotFound());
        }
        return holders.live(callId.get(), answer.clientId(), answer.at()).map(_ -> new Takeover.DeviceTaken());
    }

    private TransactWriteItem answering(Answer answer, String dialed) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(CallItem.key(answer.callId()))
                        .updateExpression(CHANGE)
                        .conditionExpression(CONDITION)
                        .expressionAttributeNames(names(CHANGE, CONDITION))
                        .expressionAttributeValues(values(answer, dialed))
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    private static Map<String, AttributeValue> values(Answer answer, String dialed) {
        Map<String, AttributeValue> values = new HashMap<>(StateChanges.values(Transition.ANSWER, change(answer)));
        values.put(":leaseUntil", millis(answer.leaseUntil()));
        values.put(":dialed", text(dialed));
        values.put(":owner", text(answer.owner()));
        values.put(":rungUntilAtLeast", millis(answer.rungUntilAtLeast()));
        return values;
    }

    private static Change change(Answer answer) {
        return new Change(answer.clientId(), Optional.empty(), answer.at());
    }

    /** What the write made of the call; a transaction does not tell. */
    private static Call answered(Call seen, Answer answer) {
        return new Call(
                seen.id(),
                CallState.ANSWERED,
                seen.parties().answered(answer.clientId()),
                seen.timeline().answered(answer.at()),
                seen.media(),
                change(answer),
                seen.version() + 1,
                Optional.of(answer.leaseUntil()),
                seen.noted());
    }
}
