package dev.ringback.local.appsync.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Every argument equals the field of its name at the top of what the mutation answered. An argument of null asks for a
 * field that is null or not there.
 */
record ArgumentFilter(ObjectNode arguments) implements EventFilter {
    @Override
    public boolean passes(JsonNode payload) {
        return arguments.properties().stream()
                .allMatch(argument -> Values.same(argument.getValue(), payload.path(argument.getKey())));
    }
}
