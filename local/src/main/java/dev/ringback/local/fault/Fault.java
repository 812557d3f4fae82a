package dev.ringback.local.fault;

import java.util.Optional;

/**
 * A planned failure of requests to a simulated vendor.
 *
 * @param method the HTTP method it is for; empty is any
 * @param path part of the paths it is for; the empty string is all
 * @param after the request is processed before it fails: the work is done, the answer is lost
 * @param skip how many more matching requests pass before it begins
 * @param times how many more requests it is for
 */
public record Fault(Optional<String> method, String path, FaultEffect effect, boolean after, int skip, int times) {
    boolean matches(String requestMethod, String requestPath) {
        return requestPath.contains(path)
                && method.map(requestMethod::equalsIgnoreCase).orElse(true);
    }

    Fault oneLess() {
        return new Fault(method, path, effect, after, 0, times - 1);
    }

    Fault oneNearer() {
        return new Fault(method, path, effect, after, skip - 1, times);
    }
}
