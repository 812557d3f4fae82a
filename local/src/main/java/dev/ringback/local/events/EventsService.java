package dev.ringback.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.http.HttpAnswer;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** EventBridge's PutEvents. */
public final class EventsService implements AwsService {
    private static final int MOST_ENTRIES = 10;
    /** All entries together, since January 2026. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final EventBuses buses;
    private final Rules rules;
    private final Account account;
    private final Clock clock;
    private final Consumer<String> console;

    public EventsService(EventBuses buses, Rules rules, Account account, Clock clock, Consumer<String> console) {
        this.buses = buses;
        this.rules = rules;
        this.account = account;
        this.clock = clock;
        this.console = console;
    }

    @Override
    public String signingName() {
        return "events";
    }

    @Override
    public HttpAnswer answer(AwsCall call) throws IOException {
        if (!call.target().equals("PutEvents")) {
            throw new AwsFailure(
                    400,
                    "UnknownOperationException",
                    "The local EventBridge has no operation but PutEvents, not " + call.target() + ".");
        }
        List<Entry> entries = entries(call.json());
        entries.forEach(entry -> call.require("events:PutEvents", buses.arn(EventBuses.name(entry.bus()))));
        return HttpAnswer.json(200, put(entries));
    }

    private static List<Entry> entries(JsonNode request) {
        List<Entry> entries = new ArrayList<>();
        request.path("Entries").forEach(entry -> entries.add(new Entry(entry)));
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw invalid("1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must"
                    + " have length from 1 to " + MOST_ENTRIES);
        }
        if (entries.stream().mapToInt(Entry::size).sum() > MOST_BYTES) {
            throw invalid("Total size of the entries in the request is over the limit.");
        }
        return entries;
    }

    private static AwsFailure invalid(String message) {
        return new AwsFailure(400, "ValidationException", message);
    }

    private ObjectNode put(List<Entry> entries) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        var results = answer.putArray("Entries");
        int failed = 0;
        for (Entry entry : entries) {
            try {
                String id = put(entry).id();
                results.addObject().put("EventId", id);
            } catch (Entry.Refused refused) {
                results.addObject().put("ErrorCode", refused.code()).put("ErrorMessage", refused.getMessage());
                failed++;
            }
        }
        return answer.put("FailedEntryCount", failed);
    }

    private Event put(Entry entry) throws Entry.Refused {
        String bus = EventBuses.name(entry.bus());
        Event event = entry.event(bus, account, clock.instant());
        if (buses.has(bus)) {
            buses.put(event);
            rules.offer(event);
        } else {
            // EventBridge takes it and drops it.
            console.accept("events | There is no event bus " + bus + ": an event got lost.");
        }
        return event;
    }
}
