package dev.ringback.local;

import dev.ringback.local.appsync.api.AppSyncApis;
import dev.ringback.local.appsync.api.AppSyncService;
import dev.ringback.local.appsync.realtime.RealtimeEndpoint;
import dev.ringback.local.appsync.realtime.RealtimeLimits;
import dev.ringback.local.appsync.resource.AppSyncProvider;
import dev.ringback.local.appsync.resource.Surroundings;
import dev.ringback.local.aws.Account;
import dev.ringback.local.gateway.Gateway;
import java.util.function.Consumer;

/** The GraphQL APIs' places at the gateway, and what makes their parts. */
record LocalDirectory(AppSyncApis apis, Account account, String url, Surroundings surroundings) {
    /** @param url of the gateway */
    static LocalDirectory at(
            Gateway gateway,
            String url,
            Account account,
            Surroundings surroundings,
            Consumer<String> console,
            Teardown teardown) {
        AppSyncApis apis = new AppSyncApis(console);
        gateway.add(AppSyncApis.PREFIX, apis);
        gateway.addSockets(
                AppSyncApis.PREFIX, teardown.add(new RealtimeEndpoint(apis::find, RealtimeLimits.OF_APPSYNC, console)));
        gateway.add(new AppSyncService(apis));
        return new LocalDirectory(apis, account, url, surroundings);
    }

    /** A provider that has made nothing yet. */
    AppSyncProvider provider() {
        return new AppSyncProvider(apis, account, url, surroundings);
    }
}
