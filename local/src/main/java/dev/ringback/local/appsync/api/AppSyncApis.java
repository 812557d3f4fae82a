package dev.ringback.local.appsync.api;

import dev.ringback.local.appsync.GraphQlApi;
import dev.ringback.local.appsync.execution.ApiDefinition;
import dev.ringback.local.appsync.execution.LiveApi;
import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The GraphQL APIs that exist, each below its id. */
public final class AppSyncApis implements Endpoint {
    /** Where the gateway has them. */
    public static final String PREFIX = "/appsync";

    /** What an API's address ends with. */
    public static final String PATH = "/graphql";

    private final Map<String, LiveApi> byId = new ConcurrentHashMap<>();
    private final GraphQlEndpoint endpoint = new GraphQlEndpoint();
    private final Consumer<String> console;

    public AppSyncApis(Consumer<String> console) {
        this.console = console;
    }

    public Optional<GraphQlApi> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Puts definitions in place of those there were. Requests under way end as they began, and who follows mutations
     * keeps following.
     *
     * @param definitions by API id; an API that is not among them is gone
     */
    public void replace(Map<String, ApiDefinition> definitions) {
        Set<String> gone = new HashSet<>(byId.keySet());
        gone.removeAll(definitions.keySet());
        gone.forEach(id -> byId.remove(id).end());
        definitions.forEach((id, definition) -> byId.compute(id, (ignored, api) -> updated(api, definition)));
    }

    private LiveApi updated(LiveApi api, ApiDefinition definition) {
        if (api == null) {
            return new LiveApi(definition, line -> console.accept("graphql | " + line));
        }
        api.replace(definition);
        return api;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        String[] parts = request.path().split("/", 3);
        Optional<GraphQlApi> api = parts.length == 3 && PATH.equals("/" + parts[2]) ? find(parts[1]) : Optional.empty();
        return endpoint.answer(request, api);
    }
}
