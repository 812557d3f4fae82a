package dev.ringback.callevents;

import dev.ringback.callevents.StreamRecord.Content;
import dev.ringback.calling.Together;
import dev.ringback.functionkit.BatchAnswer;
import dev.ringback.functionkit.WorkTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Publishes the changes of a batch to phones and bus, at the same time. */
final class Publication {
    private final PhoneEvents phones;
    private final BusEvents bus;
    private final PublicationReport report;

    Publication(PhoneEvents phones, BusEvents bus, PublicationReport report) {
        this.phones = phones;
        this.bus = bus;
        this.report = report;
    }

    /**
     * What was published after the first failure comes again with it, so its receivers may see it twice.
     *
     * @param records in the order of the stream
     */
    BatchAnswer publish(List<StreamRecord> records, WorkTime time) {
        long start = System.nanoTime();
        List<CallChange> changes = changes(records);
        Set<CallChange> open = open(changes, time);
        changes.stream().filter(change -> !open.contains(change)).forEach(report::published);
        report.batch(
                records.size(), changes.size(), open.size(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return new BatchAnswer(records.stream()
                .filter(record -> record.content() instanceof Content.Changed(var change) && open.contains(change))
                .map(StreamRecord::sequenceNumber)
                .limit(1)
                .toList());
    }

    private List<CallChange> changes(List<StreamRecord> records) {
        List<CallChange> changes = new ArrayList<>();
        for (StreamRecord record : records) {
            switch (record.content()) {
                case Content.Changed(var change) -> changes.add(change);
                case Content.NoNews() -> {}
                case Content.Unreadable() -> report.notRead(record.sequenceNumber());
            }
        }
        return changes;
    }

    private Set<CallChange> open(List<CallChange> changes, WorkTime time) {
        if (changes.isEmpty()) {
            return Set.of();
        }
        var both = Together.both(() -> phones.publish(changes, time), () -> bus.publish(changes, time));
        Set<CallChange> open = new HashSet<>(both.first().orThrow());
        open.addAll(both.second().orThrow());
        return open;
    }
}
