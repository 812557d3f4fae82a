package dev.ringback.local.appsync.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.appsyncjs.ResolverError;
import java.util.List;
import java.util.Optional;

/**
 * What running a resolver came to.
 *
 * @param errors those that were appended, and last the one that ended it
 */
record ResolverAnswer(
        JsonNode value, List<ResolverError> errors, boolean failed, Optional<JsonNode> subscriptionFilter) {}
