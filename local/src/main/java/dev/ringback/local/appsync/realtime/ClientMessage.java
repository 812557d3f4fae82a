package dev.ringback.local.appsync.realtime;

import dev.ringback.local.appsync.GraphQlRequest;
import java.util.Map;

/** What a client says. */
sealed interface ClientMessage {
    record Init() implements ClientMessage {}

    /** @param credentials of this subscription alone, by lower-case name */
    record Start(String id, GraphQlRequest request, Map<String, String> credentials) implements ClientMessage {}

    record Stop(String id) implements ClientMessage {}

    /** Answered by the reason, and the connection goes on. */
    record Unusable(String id, Refusal refusal) implements ClientMessage {}
}
