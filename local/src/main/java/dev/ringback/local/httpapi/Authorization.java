package dev.ringback.local.httpapi;

import java.util.List;
import java.util.Map;

/** What an authorizer says of a request. */
sealed interface Authorization {
    /** @param claims as API Gateway gives them to functions: as texts */
    record Granted(Map<String, String> claims, List<String> scopes) implements Authorization {}

    /** @param reason for the {@code www-authenticate} header; empty when there was no token at all */
    record Unauthorized(String reason) implements Authorization {}

    record Forbidden() implements Authorization {}
}
