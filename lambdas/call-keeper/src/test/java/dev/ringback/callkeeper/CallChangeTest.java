package dev.ringback.callkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.calling.FixedClock;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimeline.Entry;
import dev.ringback.calling.call.DynamoDbCallHistory;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.call.FakeMediaProvider;
import dev.ringback.calling.call.RequestPin;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.dynamodb.LocalTables;
import dev.ringback.calling.dynamodb.StreamImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** With the items that the real writes leave behind. */
@ExtendWith(LocalTables.class)
class CallChangeTest {
    private final LocalTables.Tables tables;
    private final InMemoryBackend backend;

    CallChangeTest(LocalTables.Tables tables) {
        this.tables = tables;
        CallStore calls = new DynamoDbCallStore(tables.dynamoDb(), tables.calls(), tables.devices());
        backend = new InMemoryBackend(
                new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices(), new FixedClock()),
                calls,
                new DynamoDbCallHistory(tables.dynamoDb(), tables.calls()));
    }

    @Test
    void isOfItsCall() {
        Call call = ringing();
        CallChange change = change(call, () -> hangUp(call));
        assertThat(change.callId()).contains(call.id());
        assertThat(change.sequenceNumber()).isEqualTo("4711");
    }

    @Test
    void leavesMediaWhenACallComesToItsEnd() {
        Call call = ringing();
        assertThat(change(call, () -> hangUp(call)).leavesMedia()).isTrue();
    }

    @Test
    void leavesNoneWhileTheCallGoesOn() {
        Call call = ringing();
        assertThat(change(call, () -> backend.answering.answer(call.id(), call.calleeId(), "bob"))
                        .leavesMedia())
                .isFalse();
    }

    @Test
    void leavesMediaThatWasMadeTooLate() {
        Call call = SampleCalls.reserved(backend, backend.device("ada"), backend.device("bob"));
        hangUp(call);
        assertThat(change(
                                call,
                                () -> backend.calls.recordMedia(
                                        call,
                                        "bob",
                                        FakeMediaProvider.media(call.id()),
                                        backend.clock.instant(),
                                        backend.clock.instant()))
                        .leavesMedia())
                .isTrue();
    }

    @Test
    void isNoneWhenItsReleaseIsPutOff() {
        Call call = ringing();
        hangUp(call);
        assertThat(change(
                                call,
                                () -> backend.calls.postponeRelease(
                                        call.id(), backend.clock.instant().plus(Duration.ofHours(1))))
                        .leavesMedia())
                .isFalse();
    }

    @Test
    void leavesNothingWhenItHasBeenReleased() {
        Call call = ringing();
        hangUp(call);
        Call ended = backend.calls.find(call.id()).orElseThrow();
        assertThat(change(call, () -> backend.calls.released(ended)).leavesMedia())
                .isFalse();
    }

    @Test
    void leavesNothingWhenSomethingIsNotedOfACallThatIsOver() {
        Call call = ringing();
        hangUp(call);
        assertThat(change(call, () -> note(call)).leavesMedia()).isFalse();
    }

    @Test
    void leavesNothingWhenTheCallLeavesTheTable() {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        ObjectNode dynamoDb = record.putObject("dynamodb");
        dynamoDb.putObject("Keys").putObject("callId").put("S", "call-1");
        dynamoDb.putObject("OldImage").putObject("state").put("S", "ENDED");
        assertThat(CallChange.of(record).leavesMedia()).isFalse();
    }

    @Test
    void leavesNothingWhenTheAnswerOfARequestIsKept() {
        Call call = ringing();
        RequestPin pin = RequestPin.of("ada", call.callerId(), "request-1", backend.clock.instant());
        backend.calls.keepAnswer(pin, call.id(), "a token", backend.clock.instant());
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        ObjectNode dynamoDb = record.putObject("dynamodb");
        dynamoDb.putObject("Keys").putObject("callId").put("S", pin.key());
        dynamoDb.set("NewImage", image(pin.key()));
        assertThat(CallChange.of(record).leavesMedia()).isFalse();
    }

    @Test
    void hasNoCallWhenItCannotBeRead() {
        assertThat(CallChange.of(JsonNodeFactory.instance.objectNode()).callId())
                .isEmpty();
    }

    private Call ringing() {
        return SampleCalls.ringing(backend, backend.device("ada"), backend.device("bob"));
    }

    private void hangUp(Call call) {
        backend.ending.hangUp(call, call.callerId(), Optional.empty());
    }

    private void note(Call call) {
        backend.calls.note(call.id(), List.of(Entry.push(backend.clock.instant(), call.calleeId(), "GCM: accepted")));
    }

    private CallChange change(Call call, Runnable write) {
        JsonNode before = image(call.id());
        write.run();
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        ObjectNode dynamoDb = record.putObject("dynamodb").put("SequenceNumber", "4711");
        dynamoDb.putObject("Keys").putObject("callId").put("S", call.id());
        dynamoDb.set("OldImage", before);
        dynamoDb.set("NewImage", image(call.id()));
        return CallChange.of(record);
    }

    private JsonNode image(String callId) {
        return StreamImage.of(tables.dynamoDb()
                .getItem(get -> get.tableName(tables.calls()).key(Map.of("callId", AttributeValue.fromS(callId))))
                .item());
    }
}
