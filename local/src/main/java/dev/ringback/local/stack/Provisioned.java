package dev.ringback.local.stack;

import java.util.Map;

/** @param ref what {@code Ref} gives; @param attributes what {@code Fn::GetAtt} gives, by attribute name */
public record Provisioned(String ref, Map<String, String> attributes) {}
