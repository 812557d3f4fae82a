package dev.ringback.local.appsync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A query, mutation or subscription as a client sends it. */
public record GraphQlRequest(String query, ObjectNode variables, Optional<String> operationName) {}
