package dev.ringback.local.events;

import dev.ringback.local.aws.Account;
import dev.ringback.local.stack.StackFailure;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The event buses that exist, and the latest events on them. */
public final class EventBuses {
    /** Every account has it. */
    static final String DEFAULT = "default";

    private static final int MOST_EVENTS = 10_000;
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final EventLog log = new EventLog(MOST_EVENTS, MOST_BYTES);
    private final Account account;

    public EventBuses(Account account) {
        this.account = account;
        names.add(DEFAULT);
    }

    /** @return its ARN */
    String add(String name) {
        if (!names.add(name)) {
            throw new StackFailure("Event bus " + name + " already exists.");
        }
        return arn(name);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    String arn(String name) {
        return account.arn("events", "event-bus/" + name);
    }

    /** The name of a bus that is named or given by its ARN. */
    static String name(String nameOrArn) {
        return nameOrArn.startsWith("arn:") ? nameOrArn.substring(nameOrArn.indexOf('/') + 1) : nameOrArn;
    }

    void put(Event event) {
        log.add(event);
    }

    /** The oldest first. */
    List<Event> events() {
        return log.events();
    }

    void clear() {
        log.clear();
    }
}
