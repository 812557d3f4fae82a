package dev.ringback.local.appsync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What asking for a subscription came to. */
public sealed interface SubscriptionStart {
    /**
     * It may run.
     *
     * @param mutations the fields of {@code @aws_subscribe}
     * @param arguments as given: an argument that is null is there as null, one that was left out is not there
     * @param filter {@code {"filterGroup": [...]}} as the resolver set it; empty leaves AppSync's filter by arguments
     */
    record Started(List<String> mutations, ObjectNode arguments, Optional<JsonNode> filter, Projection projection)
            implements SubscriptionStart {}

    /** @param errors in AppSync's shape */
    record Refused(ArrayNode errors) implements SubscriptionStart {}

    /** Selects from what a mutation answered what the subscriber asked for. */
    interface Projection {
        /** The payload {@code {"data": {...}}}, with {@code errors} if a field that must not be null is missing. */
        ObjectNode project(JsonNode mutationValue);
    }
}
