package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.instant;
import static dev.ringback.calling.dynamodb.Expressions.millis;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.call.CallTimeline.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is noted of a call as it lies in the call's item. */
final class NoteItems {
    private NoteItems() {}

    static AttributeValue write(List<Entry> entries) {
        return AttributeValue.fromL(entries.stream().map(NoteItems::write).toList());
    }

    private static AttributeValue write(Entry entry) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("at", millis(entry.at()));
        item.put("what", text(entry.what()));
        entry.clientId().ifPresent(id -> item.put("clientId", text(id)));
        entry.detail().ifPresent(detail -> item.put("detail", text(detail)));
        return AttributeValue.fromM(item);
    }

    static List<Entry> read(Map<String, AttributeValue> call) {
        return Optional.ofNullable(call.get("timeline")).map(AttributeValue::l).orElse(List.of()).stream()
                .map(note -> entry(note.m()))
                .toList();
    }

    private static Entry entry(Map<String, AttributeValue> item) {
        return new Entry(
                instant(item.get("at")), item.get("what").s(), optional(item, "clientId"), optional(item, "detail"));
    }

    private static Optional<String> optional(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }
}
