package dev.ringback.local.appsync.realtime;

import dev.ringback.local.appsync.MutationEvent;
import dev.ringback.local.appsync.SubscriptionStart.Started;
import java.util.function.BiConsumer;

/** A subscription that a client is waiting on. */
final class LiveSubscription {
    private final String id;
    private final Started started;
    private final EventFilter filter;
    private final BiConsumer<LiveSubscription, MutationEvent> receiver;

    /** @param receiver takes the events that the filter lets through; must not block */
    LiveSubscription(
            String id, Started started, EventFilter filter, BiConsumer<LiveSubscription, MutationEvent> receiver) {
        this.id = id;
        this.started = started;
        this.filter = filter;
        this.receiver = receiver;
    }

    String id() {
        return id;
    }

    Started started() {
        return started;
    }

    void tell(MutationEvent event) {
        if (filter.passes(event.value())) {
            receiver.accept(this, event);
        }
    }
}
