package dev.ringback.local.appsync.realtime;

import dev.ringback.local.appsync.GraphQlApi;
import dev.ringback.local.appsync.MutationEvent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the live subscriptions of one API of its mutations, and its connections of its end. */
public final class SubscriptionHub implements GraphQlApi.MutationListener {
    private final Map<String, Set<LiveSubscription>> byMutation = new ConcurrentHashMap<>();
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean gone;

    void opened(Connection connection) {
        connections.add(connection);
        if (gone) {
            connection.apiGone();
        }
    }

    void closed(Connection connection) {
        connections.remove(connection);
    }

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

    @Override
    public void apiGone() {
        gone = true;
        connections.forEach(Connection::apiGone);
    }
}
