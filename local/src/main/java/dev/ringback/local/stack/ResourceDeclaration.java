package dev.ringback.local.stack;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource of a template.
 *
 * @param properties with every intrinsic function resolved
 * @param physicalId a stable id made of stack and logical id, lower-case letters and digits, for providers that need one
 */
public record ResourceDeclaration(String stack, String logicalId, String type, JsonNode properties, String physicalId) {
    /**
     * The name a resource gets whose template gives none: stack, logical id and the physical id, as CloudFormation
     * makes it.
     */
    public String name(int longest) {
        String readable = stack + "-" + logicalId;
        int room = longest - physicalId.length() - 1;
        return readable.substring(0, Math.min(room, readable.length())) + "-" + physicalId;
    }
}
