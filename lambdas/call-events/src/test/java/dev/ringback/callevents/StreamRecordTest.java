package dev.ringback.callevents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.callevents.StreamRecord.Content;
import dev.ringback.calling.FixedClock;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallTimeline.Entry;
import dev.ringback.calling.call.DynamoDbCallHistory;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.call.FakeMediaProvider;
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
class StreamRecordTest {
    private final LocalTables.Tables tables;
    private final InMemoryBackend backend;
    private final String anna;
    private final String bob;

    StreamRecordTest(LocalTables.Tables tables) {
        this.tables = tables;
        backend = new InMemoryBackend(
                new DynamoDbDeviceStore(tables.dynamoDb(), tables.devices(), new FixedClock()),
                new DynamoDbCallStore(tables.dynamoDb(), tables.calls(), tables.devices()),
                new DynamoDbCallHistory(tables.dynamoDb(), tables.calls()));
        anna = backend.device("anna");
        bob = backend.device("bob");
    }

    @Test
    void isNoNewsWhileACallIsBeingSetUp() {
        Call call = SampleCalls.reserved(backend, anna, bob);
        assertThat(record(JsonNodeFactory.instance.missingNode(), image(call)).content())
                .isEqualTo(new Content.NoNews());
    }

    @Test
    void tellsThatACallRings() {
        Call call = SampleCalls.reserved(backend, anna, bob);
        CallChange change = change(
                call,
                () -> backend.calls.recordMedia(
                        call,
                        "bob",
                        FakeMediaProvider.media(call.id()),
                        backend.clock.instant(),
                        backend.clock.instant()));
        assertThat(change.callId()).isEqualTo(call.id());
        assertThat(change.state()).isEqualTo("RINGING");
        assertThat(change.version()).isEqualTo(1);
        assertThat(change.parties())
                .isEqualTo(new CallChange.Parties(anna, bob, "anna", Optional.of("bob"), Optional.empty()));
        assertThat(change.times().startedAt()).isEqualTo(call.timeline().startedAt());
        assertThat(change.times().ringUntil()).isEqualTo(call.ringUntil());
    }

    @Test
    void tellsThatACallIsAnswered() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.clock.advance(Duration.ofSeconds(7));
        CallChange change = change(call, () -> backend.answering.answer(call.id(), bob, "bob"));
        assertThat(change.state()).isEqualTo("ANSWERED");
        assertThat(change.by()).isEqualTo(bob);
        assertThat(change.parties().answeredBy()).contains(bob);
        assertThat(change.at()).isEqualTo(backend.clock.instant());
        assertThat(change.times().answeredAt()).contains(backend.clock.instant());
    }

    @Test
    void tellsThatACallIsOverAndWhy() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        CallChange change = change(call, () -> backend.ending.decline(call, call.calleeId(), Optional.of("busy")));
        assertThat(change.state()).isEqualTo("DECLINED");
        assertThat(change.reason()).contains("busy");
        assertThat(change.times().endedAt()).contains(backend.clock.instant());
    }

    @Test
    void tellsOfACallThatFailedBeforeAnybodyKnewWhoseTheCalleeIs() {
        Call call = SampleCalls.reserved(backend, anna, bob);
        CallChange change = change(call, () -> backend.ending.fail(call, "media_unavailable"));
        assertThat(change.version()).isEqualTo(1);
        assertThat(change.owners()).containsExactly("anna");
    }

    @Test
    void isNoNewsWhenOnlyALeaseChanges() {
        Call call = SampleCalls.answered(backend, anna, bob);
        assertThat(content(call, () -> backend.calls.renewLease(call.id(), backend.clock.instant())))
                .isEqualTo(new Content.NoNews());
    }

    @Test
    void isNoNewsWhenSomethingIsNotedOfACall() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        List<Entry> woken = List.of(Entry.woken(backend.clock.instant(), bob));
        assertThat(content(call, () -> backend.calls.note(call.id(), woken))).isEqualTo(new Content.NoNews());
    }

    @Test
    void isNoNewsWhenMediaIsReleased() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        Call ended =
                backend.ending.hangUp(call, call.callerId(), Optional.empty()).call();
        assertThat(content(call, () -> backend.calls.released(ended))).isEqualTo(new Content.NoNews());
    }

    @Test
    void isNoNewsWhenACallLeavesTheTable() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        assertThat(record(image(call), JsonNodeFactory.instance.missingNode()).content())
                .isEqualTo(new Content.NoNews());
    }

    @Test
    void isNoNewsIfItIsNotOfACall() {
        ObjectNode pin = JsonNodeFactory.instance.objectNode();
        pin.putObject("callId").put("S", "request#abc");
        pin.putObject("pinned").put("S", "call-1");
        pin.putObject("token").put("S", "a token");
        assertThat(record(JsonNodeFactory.instance.missingNode(), pin).content())
                .isEqualTo(new Content.NoNews());
    }

    @Test
    void cannotBeReadWhenSomethingIsMissing() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        ObjectNode image = image(call);
        image.remove("callerOwner");
        assertThat(record(JsonNodeFactory.instance.missingNode(), image).content())
                .isEqualTo(new Content.Unreadable());
    }

    @Test
    void cannotBeReadWhenATimeIsNone() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        ObjectNode image = image(call);
        image.putObject("ringUntil").put("N", "1e3");
        assertThat(record(JsonNodeFactory.instance.missingNode(), image).content())
                .isEqualTo(new Content.Unreadable());
    }

    @Test
    void hasItsPlaceInTheStream() {
        assertThat(record(JsonNodeFactory.instance.missingNode(), JsonNodeFactory.instance.missingNode())
                        .sequenceNumber())
                .isEqualTo("4711");
    }

    private CallChange change(Call call, Runnable write) {
        return ((Content.Changed) content(call, write)).change();
    }

    private Content content(Call call, Runnable write) {
        JsonNode before = image(call);
        write.run();
        return record(before, image(call)).content();
    }

    private static StreamRecord record(JsonNode before, JsonNode now) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        ObjectNode dynamoDb = record.putObject("dynamodb").put("SequenceNumber", "4711");
        Map.of("OldImage", before, "NewImage", now).forEach((name, image) -> {
            if (!image.isMissingNode()) {
                dynamoDb.set(name, image);
            }
        });
        return StreamRecord.of(record);
    }

    private ObjectNode image(Call call) {
        return StreamImage.of(tables.dynamoDb()
                .getItem(get -> get.tableName(tables.calls()).key(Map.of("callId", AttributeValue.fromS(call.id()))))
                .item());
    }
}
