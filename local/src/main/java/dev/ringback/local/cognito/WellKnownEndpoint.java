package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /<poolId>/.well-known/jwks.json} and {@code openid-configuration}. */
public final class WellKnownEndpoint implements Endpoint {
    private final UserPools pools;
    private final String cognitoUrl;

    /** @param cognitoUrl where this endpoint is reached, without a slash at its end */
    public WellKnownEndpoint(UserPools pools, String cognitoUrl) {
        this.pools = pools;
        this.cognitoUrl = cognitoUrl;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) {
        List<String> path = List.of(request.path().split("/"));
        Optional<UserPool> pool =
                path.size() == 4 && path.get(2).equals(".well-known") ? pools.find(path.get(1)) : Optional.empty();
        if (!request.method().equals("GET") || pool.isEmpty()) {
            return notFound();
        }
        return switch (path.get(3)) {
            case "jwks.json" -> json(pool.get().keys().publicKeys().toString());
            case "openid-configuration" -> HttpAnswer.json(200, configuration(pool.get()));
            default -> notFound();
        };
    }

    private ObjectNode configuration(UserPool pool) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("issuer", pool.issuer())
                .put("jwks_uri", cognitoUrl + "/" + pool.id() + "/.well-known/jwks.json");
        node.putArray("id_token_signing_alg_values_supported").add("RS256");
        node.putArray("subject_types_supported").add("public");
        return node;
    }

    private static HttpAnswer json(String body) {
        return new HttpAnswer(200, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpAnswer notFound() {
        return HttpAnswer.json(404, JsonNodeFactory.instance.objectNode().put("message", "Not found"));
    }
}
