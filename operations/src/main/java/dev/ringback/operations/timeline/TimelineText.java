package dev.ringback.operations.timeline;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallTimeline;
import dev.ringback.calling.call.CallTimeline.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A call's timeline for people to read: times relative to its start, in columns. */
final class TimelineText {
    private final Call call;

    TimelineText(Call call) {
        this.call = call;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("call     ")
                .append(call.id())
                .append(", ")
                .append(call.state())
                .append('\n');
        text.append("caller   ").append(call.callerId()).append('\n');
        text.append("callee   ").append(call.calleeId()).append('\n');
        text.append("started  ").append(call.timeline().startedAt()).append("\n\n");
        rows().forEach(row -> text.append(row.stripTrailing()).append('\n'));
        return text.toString();
    }

    private List<String> rows() {
        List<Entry> entries = CallTimeline.of(call).entries();
        int time = widest(entries, this::time);
        int what = widest(entries, Entry::what);
        int device = widest(entries, TimelineText::device);
        return entries.stream()
                .map(entry -> ("%" + time + "s  %-" + what + "s  " + "%-" + Math.max(1, device) + "s  %s")
                        .formatted(
                                time(entry),
                                entry.what(),
                                device(entry),
                                entry.detail().orElse("")))
                .toList();
    }

    private String time(Entry entry) {
        Instant start = call.timeline().startedAt();
        return "%.3f s".formatted(Duration.between(start, entry.at()).toMillis() / 1000.0);
    }

    private static String device(Entry entry) {
        return entry.clientId().orElse("");
    }

    private static int widest(List<Entry> entries, Function<Entry, String> column) {
        return entries.stream().map(column).mapToInt(String::length).max().orElse(1);
    }
}
