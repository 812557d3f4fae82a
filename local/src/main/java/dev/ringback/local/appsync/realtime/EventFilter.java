package dev.ringback.local.appsync.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.SubscriptionStart.Started;

/** Which events a subscription is told of. */
interface EventFilter {
    /** @param payload what the mutation answered */
    boolean passes(JsonNode payload);

    /** Once a resolver has set a filter, that alone decides, and the arguments are the resolver's to read. */
    static EventFilter of(Started started) throws Refusal {
        return started.filter().isPresent()
                ? FilterGroups.read(started.filter().get())
                : new ArgumentFilter(started.arguments());
    }
}
