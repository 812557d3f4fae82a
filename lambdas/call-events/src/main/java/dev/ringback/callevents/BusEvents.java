package dev.ringback.callevents;

import dev.ringback.callevents.bus.Bus;
import dev.ringback.functionkit.WorkTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts changes on the bus, as many in one request as it takes. */
final class BusEvents {
    private static final String TARGET = "eventbridge";

    private final Bus bus;
    private final PublicationReport report;

    BusEvents(Bus bus, PublicationReport report) {
        this.bus = bus;
        this.report = report;
    }

    /** Those of the changes that have to be put on it again. */
    List<CallChange> publish(List<CallChange> changes, WorkTime time) {
        List<CallChange> open = new ArrayList<>();
        for (int from = 0; from < changes.size(); from += Bus.LARGEST) {
            List<CallChange> some = changes.subList(from, Math.min(from + Bus.LARGEST, changes.size()));
            open.addAll(time.isLeft() ? refused(some) : some);
        }
        return open;
    }

    private List<CallChange> refused(List<CallChange> changes) {
        try {
            Map<CallChange, String> refused = bus.tell(changes);
            refused.forEach((change, code) -> report.notPublished(
                    TARGET, change, new NotPublishedException("EventBridge refused the event: " + code)));
            return List.copyOf(refused.keySet());
        } catch (RuntimeException e) {
            changes.forEach(change -> report.notPublished(TARGET, change, e));
            return changes;
        }
    }
}
