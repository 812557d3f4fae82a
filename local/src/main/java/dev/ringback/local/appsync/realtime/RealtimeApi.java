package dev.ringback.local.appsync.realtime;

import dev.ringback.local.appsync.GraphQlApi;

/** An API and those who listen to it. */
record RealtimeApi(GraphQlApi api, SubscriptionHub hub) {
    static RealtimeApi of(GraphQlApi api) {
        SubscriptionHub hub = new SubscriptionHub();
        api.onMutation(hub);
        return new RealtimeApi(api, hub);
    }
}
