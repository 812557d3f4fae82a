package dev.ringback.local.appsync.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.SerializationError;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.language.SourceLocation;
import java.util.List;

/** Writes what came of a request in AppSync's shape. */
public final class Answers {
    /** The type of an error that goes with the HTTP status 400. */
    public static final String MALFORMED = "MalformedHttpRequestException";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Answers() {}

    /** An answer that has nothing but an error. */
    public static ObjectNode refusal(String type, String message) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("errors").addObject().put("errorType", type).put("message", message);
        return answer;
    }

    /** What AppSync answers to what is no GraphQL. */
    public static ObjectNode unparsed() {
        return refusal(MALFORMED, "Unable to parse GraphQL query.");
    }

    static ObjectNode of(ExecutionResult result) {
        ObjectNode answer = JSON.createObjectNode();
        answer.set("data", JSON.valueToTree(result.getData()));
        if (!result.getErrors().isEmpty()) {
            answer.set("errors", errors(result.getErrors()));
        }
        return answer;
    }

    static ArrayNode errors(List<GraphQLError> errors) {
        ArrayNode list = JSON.createArrayNode();
        errors.forEach(error -> list.add(error(error)));
        return list;
    }

    private static ObjectNode error(GraphQLError error) {
        ObjectNode written = JSON.createObjectNode();
        written.set("path", JSON.valueToTree(error.getPath()));
        if (error instanceof FieldError field) {
            written.set("data", field.data());
            written.put("errorType", field.error().type());
            written.set("errorInfo", field.info());
        }
        written.set("locations", locations(error));
        return written.put("message", ErrorText.of(error));
    }

    // What is wrong with a value has no place in the query.
    private static JsonNode locations(GraphQLError error) {
        boolean ofValue = error instanceof NonNullableFieldWasNullError || error instanceof SerializationError;
        if (ofValue || error.getLocations() == null || error.getLocations().isEmpty()) {
            return NullNode.instance;
        }
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (SourceLocation place : error.getLocations()) {
            list.addObject()
                    .put("line", place.getLine())
                    .put("column", place.getColumn())
                    .putNull("sourceName");
        }
        return list;
    }
}
