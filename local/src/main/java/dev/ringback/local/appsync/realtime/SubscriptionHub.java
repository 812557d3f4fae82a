package dev.ringback.local.appsync.realtime;

import dev.ringback.local.appsync.GraphQlApi;
import dev.ringback.local.appsync.MutationEvent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the live subscriptions of one API of its mutations. */
public final class SubscriptionHub implements GraphQlApi.MutationListener {
    private final Map<String, Set<LiveSubscription>> byMutation = new ConcurrentHashMap<>();

    void add(LiveSubscription subscription) {
        subscription
                .started()
                .mutations()
                .forEach(mutation -> byMutation
                        .computeIfAbsent(mutation, ignored -> ConcurrentHashMap.newKeySet())
                        .add(subscription));
    }

    void remove(LiveSubscription subscription) {
        byMutation.values().forEach(subscriptions -> subscriptions.remove(subscription));
    }

    @Override
    public void mutated(MutationEvent event) {
        byMutation.getOrDefault(event.field(), Set.of()).forEach(subscription -> subscription.tell(event));
    }
}
