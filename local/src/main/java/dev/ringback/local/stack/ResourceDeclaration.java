package dev.ringback.local.stack;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource of a template.
 *
 * @param properties with every intrinsic function resolved
 * @param physicalId a stable id made of stack and logical id, lower-case letters and digits, for providers that need one
 */
public record ResourceDeclaration(
        String stack, String logicalId, String type, JsonNode properties, String physicalId) {}
