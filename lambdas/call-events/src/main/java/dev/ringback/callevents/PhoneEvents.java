package dev.ringback.callevents;

import dev.ringback.callevents.phones.Phones;
import dev.ringback.calling.Together;
import dev.ringback.calling.Together.Outcome;
import dev.ringback.functionkit.WorkTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Tells phones what becomes of their calls: of one call in order, of several calls at the same time. */
final class PhoneEvents {
    private static final int CALLS_AT_ONCE = 16;

    private final Phones phones;
    private final PublicationReport report;

    PhoneEvents(Phones phones, PublicationReport report) {
        this.phones = phones;
        this.report = report;
    }

    /** Those of the changes that have to be told again. */
    List<CallChange> publish(List<CallChange> changes, WorkTime time) {
        Map<String, List<CallChange>> byCall = new LinkedHashMap<>();
        changes.forEach(change ->
                byCall.computeIfAbsent(change.callId(), _ -> new ArrayList<>()).add(change));
        List<Callable<List<CallChange>>> tasks = new ArrayList<>();
        byCall.values().forEach(ofOneCall -> tasks.add(() -> inOrder(ofOneCall, time)));
        return Together.run(tasks, CALLS_AT_ONCE).stream()
                .map(Outcome::orThrow)
                .flatMap(List::stream)
                .toList();
    }

    /** A change is not told before those that came before it. */
    private List<CallChange> inOrder(List<CallChange> ofOneCall, WorkTime time) {
        for (int i = 0; i < ofOneCall.size(); i++) {
            if (!time.isLeft() || !told(ofOneCall.get(i))) {
                return ofOneCall.subList(i, ofOneCall.size());
            }
        }
        return List.of();
    }

    private boolean told(CallChange change) {
        List<Callable<Boolean>> tellings = new ArrayList<>();
        change.owners().forEach(owner -> tellings.add(() -> told(owner, change)));
        return Together.run(tellings).stream().allMatch(Outcome::orThrow);
    }

    private boolean told(String owner, CallChange change) {
        try {
            phones.tell(owner, change);
            return true;
        } catch (RuntimeException e) {
            report.notPublished("appsync", change, e);
            return false;
        }
    }
}
