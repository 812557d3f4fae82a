package dev.ringback.local.appsync.realtime;

import dev.ringback.local.appsync.GraphQlApi;
import java.util.Optional;
import java.util.function.Supplier;

/** An API as it stands, and those who listen to it, whichever way it has been replaced since they came. */
final class RealtimeApi {
    private final Supplier<Optional<GraphQlApi>> lookUp;
    private final SubscriptionHub hub = new SubscriptionHub();
    private GraphQlApi heard;

    /** @param first what {@code lookUp} gives now */
    RealtimeApi(GraphQlApi first, Supplier<Optional<GraphQlApi>> lookUp) {
        this.lookUp = lookUp;
        hear(first);
    }

    SubscriptionHub hub() {
        return hub;
    }

    synchronized GraphQlApi current() {
        lookUp.get().filter(found -> found != heard).ifPresent(this::hear);
        return heard;
    }

    private void hear(GraphQlApi api) {
        api.onMutation(hub);
        heard = api;
    }
}
