package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.FixedClock;
import dev.ringback.calling.account.OwnedCalls;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.block.DynamoDbBlockStore;
import dev.ringback.calling.call.CallStore.Reservation;
import dev.ringback.calling.device.Device;
import dev.ringback.calling.device.DeviceItem;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.dynamodb.LocalTables.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(LocalTables.class)
class DynamoDbCallStoreTest
        implements ReservationContract,
                MediaRecordContract,
                AnsweringContract,
                TakeoverContract,
                DeclineContract,
                EndingContract,
                LeaseContract,
                NoteContract,
                RequestPinContract,
                CallRateContract,
                OwnedCallsContract,
                HistoryContract {
    private final Tables tables;
    private final Stores stores;

    DynamoDbCallStoreTest(Tables tables) {
        this.tables = tables;
        stores = Stores.of(
                new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices(), new FixedClock()),
                new DynamoDbCallStore(tables.dynamoDb(), tables.calls(), tables.devices()),
                new DynamoDbCallHistory(tables.dynamoDb(), tables.calls()));
    }

    @Override
    public Stores stores() {
        return stores;
    }

    @Override
    public OwnedCalls owned() {
        return new DynamoDbOwnedCalls(tables.dynamoDb(), tables.calls());
    }

    @Override
    public BlockStore blocks() {
        return new DynamoDbBlockStore(tables.dynamoDb(), tables.devices());
    }

    @Override
    public void loseHold(Device device, Call call) {
        tables.dynamoDb()
                .updateItem(update -> update.tableName(tables.devices())
                        .key(DeviceItem.key(device.id()))
                        .updateExpression("REMOVE callId")
                        .conditionExpression("callId = :callId")
                        .expressionAttributeValues(Map.of(":callId", AttributeValue.fromS(call.id()))));
    }

    @Test
    void doesNotLetATokensClaimBeADevice() {
        Device claim = tables.dynamoDb().scan(scan -> scan.tableName(tables.devices())).items().stream()
                .filter(item -> item.get("owner").s().equals("anna") && item.containsKey("clientId"))
                .map(item -> Enrolments.device(
                        Enrolments.of("anna", NotifyType.GCM, "none"),
                        item.get("id").s()))
                .findFirst()
                .orElseThrow();

        assertThat(reserve(newCall(claim, bob()))).isEqualTo(new Reservation.CallerNotFound());
        assertThat(reserve(newCall(bob(), claim))).isEqualTo(new Reservation.CalleeNotFound());
    }

    @Test
    void freesDevicesHeldByACallThatDoesNotExist() {
        Call lost = reserved(anna(), bob());
        tables.dynamoDb().deleteItem(delete -> delete.tableName(tables.calls()).key(CallItem.key(lost.id())));

        assertThat(reserve(newCall(bob(), anna()))).isEqualTo(new Reservation.Reserved());
    }

    @Test
    void takesItsOwnReservationForSuccess() {
        Call call = reserved(anna(), bob());

        assertThat(reserve(call)).isEqualTo(new Reservation.Reserved());
    }

    @Test
    void takesItsOwnPinnedReservationForSuccess() {
        Call call = newCall(anna(), bob());
        Optional<RequestPin> pin = Optional.of(RequestPin.of("anna", anna().id(), "request-1", NOW));
        reserve(call, pin);

        assertThat(reserve(call, pin)).isEqualTo(new Reservation.Reserved());
    }

    @Test
    void letsACallExpireWhenItLeavesTheHistory() {
        Call call = over(anna(), bob());

        assertThat(item(call.id()))
                .containsEntry("expiresAt", number(NOW.plus(KEPT).getEpochSecond()));
    }

    @Test
    void letsARequestsPinExpireAfterTenMinutes() {
        RequestPin pin = RequestPin.of("anna", anna().id(), "request-1", NOW);
        reserve(newCall(anna(), bob()), Optional.of(pin));

        assertThat(item(pin.key()))
                .containsEntry("expiresAt", number(NOW.plus(PINNED).getEpochSecond()));
    }

    @Test
    void letsAKeptAnswerExpireWithTheRequestsPin() {
        RequestPin pin = RequestPin.of("anna", anna().id(), "request-1", NOW);
        Call call = newCall(anna(), bob());
        reserve(call, Optional.of(pin));
        calls().keepAnswer(pin, call.id(), "token", NOW);

        assertThat(item(pin.key()))
                .containsEntry("token", AttributeValue.fromS("token"))
                .containsEntry("expiresAt", number(NOW.plus(PINNED).getEpochSecond()));
    }

    @Test
    void takesItsOwnReservationForSuccessAlsoWhenItWasTheLastThatMayBe() {
        Call call = newCall(anna(), bob());
        reserve(call, Optional.empty(), new CallLimits(1));

        assertThat(reserve(call, Optional.empty(), new CallLimits(1))).isEqualTo(new Reservation.Reserved());
    }

    @Test
    void letsACountOfCallsExpireAfterTenMinutes() {
        reserved(anna(), bob());

        assertThat(item(CallRate.of("anna", NOW, new CallLimits(1)).key()))
                .containsEntry("expiresAt", number(NOW.plusSeconds(600).getEpochSecond()));
    }

    @Test
    void leavesNoTokenInACallThatIsOver() {
        Call over = over(anna(), bob());
        calls().recordMedia(over, "bob", FakeMediaProvider.media(over.id()), NOW, RINGING_LEASE);

        assertThat(item(over.id())).containsKey("sessionId").doesNotContainKeys("callerToken", "calleeToken");
    }

    @Test
    void leavesNothingOfACallThatWasNeverMade() {
        Call never = newCall(anna(), bob());

        calls().renewLease(never.id(), LATER);
        calls().postponeRelease(never.id(), LATER);
        calls().released(never);
        calls().note(never.id(), List.of(CallTimeline.Entry.woken(NOW, bob().id())));

        assertThat(item(never.id())).isEmpty();
    }

    private Map<String, AttributeValue> item(String callId) {
        return tables.dynamoDb()
                .getItem(get -> get.tableName(tables.calls()).key(CallItem.key(callId)))
                .item();
    }
}
