package dev.ringback.local.httpapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.http.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What an API lets pages of other origins do. */
record Cors(
        List<String> origins,
        List<String> methods,
        List<String> headers,
        List<String> exposed,
        OptionalInt maxAge,
        boolean credentials) {

    static Optional<Cors> read(JsonNode configuration) {
        if (configuration.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(new Cors(
                texts(configuration.path("AllowOrigins")),
                texts(configuration.path("AllowMethods")),
                texts(configuration.path("AllowHeaders")),
                texts(configuration.path("ExposeHeaders")),
                configuration.has("MaxAge")
                        ? OptionalInt.of(configuration.get("MaxAge").asInt())
                        : OptionalInt.empty(),
                configuration.path("AllowCredentials").asBoolean()));
    }

    static boolean isPreflight(HttpRequest request) {
        return request.method().equals("OPTIONS")
                && request.header("origin").isPresent()
                && request.header("access-control-request-method").isPresent();
    }

    Map<String, String> preflight(HttpRequest request) {
        Map<String, String> answer = allowed(request);
        if (!answer.isEmpty()) {
            put(answer, "access-control-allow-methods", methods);
            put(answer, "access-control-allow-headers", headers);
            maxAge.ifPresent(seconds -> answer.put("access-control-max-age", Integer.toString(seconds)));
        }
        return answer;
    }

    Map<String, String> response(HttpRequest request) {
        Map<String, String> answer = allowed(request);
        if (!answer.isEmpty()) {
            put(answer, "access-control-expose-headers", exposed);
        }
        return answer;
    }

    private Map<String, String> allowed(HttpRequest request) {
        Map<String, String> answer = new HashMap<>();
        request.header("origin").flatMap(this::allowedOrigin).ifPresent(origin -> {
            answer.put("access-control-allow-origin", origin);
            if (credentials) {
                answer.put("access-control-allow-credentials", "true");
            }
        });
        return answer;
    }

    private Optional<String> allowedOrigin(String origin) {
        if (origins.contains("*")) {
            return Optional.of("*");
        }
        return origins.stream().filter(origin::equalsIgnoreCase).findFirst().map(_ -> origin);
    }

    private static void put(Map<String, String> answer, String name, List<String> values) {
        if (!values.isEmpty()) {
            answer.put(name, String.join(",", values));
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return List.copyOf(texts);
    }
}
