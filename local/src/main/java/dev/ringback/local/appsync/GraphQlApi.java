package dev.ringback.local.appsync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** One GraphQL API as both its doors, HTTP and the WebSocket, see it. */
public interface GraphQlApi {
    /**
     * Finds out who is calling.
     *
     * @param credentials the headers of a request, or the {@code authorization} object of a realtime message; names in
     *     lower case
     */
    ApiCaller authenticate(Map<String, String> credentials) throws AuthRefused;

    /** Runs a query or mutation; the answer has AppSync's shape: {@code data}, {@code errors}. */
    ObjectNode execute(GraphQlRequest request, ApiCaller caller);

    /** Checks a subscription and prepares it. */
    SubscriptionStart subscribe(GraphQlRequest request, ApiCaller caller);

    /** Says whom to tell of mutations, and of the API's end. */
    void onMutation(MutationListener listener);

    /** Takes note of what mutations answered. */
    interface MutationListener {
        void mutated(MutationEvent event);

        /** There will be no more. */
        default void apiGone() {}
    }
}
