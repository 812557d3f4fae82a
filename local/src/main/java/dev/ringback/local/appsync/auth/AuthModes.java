package dev.ringback.local.appsync.auth;

import java.util.Set;

/**
 * The modes of an API.
 *
 * @param main the one that covers what has no directive
 * @param usersDenied whether users reach only what a directive opens to them, {@code DefaultAction: DENY}
 */
public record AuthModes(AuthMode main, Set<AuthMode> all, boolean usersDenied) {
    boolean isOnly(AuthMode mode) {
        return all.equals(Set.of(mode));
    }
}
