package dev.ringback.local.httpapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The HTTP APIs that exist, each below its id. */
public final class HttpApis implements Endpoint {
    /** Where the gateway has them. */
    public static final String PREFIX = "/apis";

    private final Map<String, HttpApi> byId = new ConcurrentHashMap<>();

    void add(HttpApi api) {
        byId.put(api.id(), api);
    }

    Optional<HttpApi> withId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public HttpAnswer answer(HttpRequest request) throws Exception {
        String[] parts = request.path().split("/", 3);
        Optional<HttpApi> api = parts.length > 1 ? withId(parts[1]) : Optional.empty();
        if (api.isEmpty()) {
            return HttpAnswer.json(404, JsonNodeFactory.instance.objectNode().put("message", "Not Found"));
        }
        return api.get().answer(request.withPath("/" + (parts.length > 2 ? parts[2] : "")));
    }
}
