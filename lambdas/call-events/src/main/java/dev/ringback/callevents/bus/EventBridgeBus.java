package dev.ringback.callevents.bus;

import dev.ringback.callevents.CallChange;
import dev.ringback.callevents.NotPublishedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;

/** An event bus in EventBridge. */
public final class EventBridgeBus implements Bus {
    private static final String SOURCE = "ringback.calls";
    private static final String DETAIL_TYPE = "Call State Changed";

    private final EventBridgeClient eventBridge;
    private final String name;
    private final EventDetail detail;

    public EventBridgeBus(EventBridgeClient eventBridge, String name, String environment) {
        this.eventBridge = eventBridge;
        this.name = name;
        this.detail = new EventDetail(environment);
    }

    @Override
    public Map<CallChange, String> tell(List<CallChange> changes) {
        try {
            List<PutEventsRequestEntry> entries =
                    changes.stream().map(this::entry).toList();
            return refused(
                    changes, eventBridge.putEvents(put -> put.entries(entries)).entries());
        } catch (SdkException e) {
            // AWS's messages name the missing permission or bus, and quote nothing of an event.
            throw new NotPublishedException("EventBridge did not take the events: " + e.getMessage(), e);
        }
    }

    private PutEventsRequestEntry entry(CallChange change) {
        return PutEventsRequestEntry.builder()
                .eventBusName(name)
                .source(SOURCE)
                .detailType(DETAIL_TYPE)
                .time(change.at())
                .detail(detail.of(change))
                .build();
    }

    /** The answer has a result for each entry, in the order of the entries. */
    private static Map<CallChange, String> refused(List<CallChange> changes, List<PutEventsResultEntry> results) {
        if (results.size() != changes.size()) {
            throw new NotPublishedException("EventBridge answered for " + results.size() + " events");
        }
        Map<CallChange, String> refused = new HashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            String code = results.get(i).errorCode();
            if (code != null) {
                refused.put(changes.get(i), code);
            }
        }
        return refused;
    }
}
