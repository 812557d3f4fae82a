package dev.ringback.local.gateway;

import dev.ringback.local.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which endpoint answers below which path; the longest path wins. */
final class PathRoutes<T> {
    private final Map<String, T> endpoints = new ConcurrentHashMap<>();

    /** An endpoint and the request as it sees it: without the prefix. */
    record Found<T>(T endpoint, HttpRequest request) {}

    void add(String prefix, T endpoint) {
        if (!prefix.startsWith("/") || prefix.endsWith("/")) {
            throw new IllegalArgumentException("A prefix starts with a slash and ends with none: " + prefix);
        }
        if (endpoints.putIfAbsent(prefix, endpoint) != null) {
            throw new IllegalArgumentException("Two endpoints want " + prefix);
        }
    }

    Optional<Found<T>> find(HttpRequest request) {
        for (String prefix = request.path(); !prefix.isEmpty(); prefix = parent(prefix)) {
            T endpoint = endpoints.get(prefix);
            if (endpoint != null) {
                return Optional.of(new Found<>(endpoint, below(prefix, request)));
            }
        }
        return Optional.empty();
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static HttpRequest below(String prefix, HttpRequest request) {
        String rest = request.path().substring(prefix.length());
        return request.withPath(rest.isEmpty() ? "/" : rest);
    }
}
