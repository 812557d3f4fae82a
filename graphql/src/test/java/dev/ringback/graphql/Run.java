package dev.ringback.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.appsyncjs.ResolverError;
import java.util.List;
import java.util.Optional;

/**
 * What resolving a field came to.
 *
 * @param sent the documents for the data source People, in order
 * @param value what the field is, a null node after an error
 * @param filter the subscription filter that was set
 */
record Run(List<JsonNode> sent, JsonNode value, Optional<ResolverError> error, Optional<JsonNode> filter) {
    ResolverError refusal() {
        return error.orElseThrow(() -> new AssertionError("no error, but " + value));
    }

    JsonNode lastSent() {
        if (sent.isEmpty()) {
            throw new AssertionError("nothing sent, but " + error);
        }
        return sent.getLast();
    }
}
