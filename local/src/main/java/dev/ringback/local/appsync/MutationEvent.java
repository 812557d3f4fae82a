package dev.ringback.local.appsync;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A mutation that has gone well.
 *
 * @param field {@code createPerson}
 * @param value what it answered: the fields that its sender selected, no others, by their names in the schema
 */
public record MutationEvent(String field, JsonNode value) {}
