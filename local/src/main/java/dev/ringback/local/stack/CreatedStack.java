package dev.ringback.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A stack as CloudFormation tells of it. */
public record CreatedStack(String name, JsonNode template, Map<String, String> outputs, List<Resource> resources) {
    /** @param physicalId what {@code Ref} gives */
    public record Resource(String logicalId, String type, String physicalId) {}
}
