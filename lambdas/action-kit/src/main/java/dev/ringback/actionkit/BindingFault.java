package dev.ringback.actionkit;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What is wrong with one field, in the API's words: Jackson's own would show the client class names and its body.
 *
 * @param name as the client knows it, like {@code clientIds[3]}
 * @param found what the body holds there
 * @param expected the type that did not fit; null if Jackson does not say
 */
record BindingFault(String name, JsonNode found, Class<?> expected) {
    static BindingFault of(JsonMappingException e, JsonNode body) {
        StringBuilder name = new StringBuilder();
        JsonNode found = body;
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                name.append('[').append(step.getIndex()).append(']');
                found = found.path(step.getIndex());
            } else {
                name.append(name.isEmpty() ? "" : ".").append(step.getFieldName());
                found = found.path(step.getFieldName());
            }
        }
        Class<?> expected = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return new BindingFault(name.toString(), found, expected);
    }

    String sentence() {
        String field = "Field \"" + name + "\" ";
        return switch (found) {
            case MissingNode _ -> field + "is missing.";
            case JsonNode node when node.isNull() -> field + "must not be null.";
            default -> field + "must be " + wanted() + ".";
        };
    }

    private String wanted() {
        if (expected == null) {
            return found.isNumber() ? "a number in range" : "of another type";
        }
        if (expected.isEnum()) {
            return Arrays.stream(expected.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (expected == String.class) {
            return "a string";
        }
        if (expected == boolean.class || expected == Boolean.class) {
            return "true or false";
        }
        if (expected.isPrimitive() || Number.class.isAssignableFrom(expected)) {
            return "a number in range";
        }
        return Collection.class.isAssignableFrom(expected) ? "a list" : "an object";
    }
}
