package dev.ringback.infra.environment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the schema says of one value: its type, its limits, its default. */
record Rule(JsonNode schema) {

    /** The rule of a key, which an object lists or, as a map, has for all. */
    Optional<Rule> of(String key) {
        JsonNode listed = schema.path("properties").path(key);
        JsonNode any = schema.path("additionalProperties");
        return Optional.of(listed.isMissingNode() ? any : listed)
                .filter(JsonNode::isObject)
                .map(Rule::new);
    }

    boolean requires(String key) {
        return texts(schema.path("required")).contains(key);
    }

    Optional<JsonNode> fallback() {
        return Optional.ofNullable(schema.get("default"));
    }

    Rule items() {
        return new Rule(schema.path("items"));
    }

    /** Why a key may not be in this object, as the end of a sentence. */
    Optional<String> complaintOf(String key) {
        JsonNode names = schema.path("propertyNames");
        if (names.has("pattern")) {
            return matches(names, key) ? Optional.empty() : Optional.of(message(names));
        }
        SortedSet<String> known = new TreeSet<>(texts(names.path("enum")));
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        return known.contains(key)
                ? Optional.empty()
                : Optional.of("is not a known key; known here: " + String.join(", ", known));
    }

    boolean allows(JsonNode value) {
        return switch (type()) {
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber() && value.canConvertToInt() && allows(value.intValue());
            case "string" -> value.isTextual() && matches(schema, value.textValue());
            case "array" -> value.isArray();
            case "object" -> value.isObject() || (value.isNull() && allowsNull());
            case String other -> throw new IllegalStateException("The schema has a type that nobody reads: " + other);
        };
    }

    /** What a value has to be, as the end of a sentence that begins with its key. */
    String demand() {
        return switch (type()) {
            case "boolean" -> "must be true or false";
            case "integer" ->
                schema.has("enum")
                        ? "must be one of " + numbers()
                        : "must be a whole number from " + schema.path("minimum") + " to " + schema.path("maximum");
            case "array" -> "must be a list";
            case "object" -> allowsNull() ? "must be an object or null" : "must be an object";
            default -> message(schema);
        };
    }

    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        schema.path("enum").forEach(number -> numbers.add(number.intValue()));
        return numbers;
    }

    private boolean allows(int number) {
        return schema.has("enum")
                ? numbers().contains(number)
                : number >= schema.path("minimum").asInt()
                        && number <= schema.path("maximum").asInt();
    }

    private String type() {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private boolean allowsNull() {
        return schema.path("type").isArray() && texts(schema.path("type")).contains("null");
    }

    // A schema's pattern may match anywhere in the text; ours have anchors.
    private static boolean matches(JsonNode schema, String text) {
        return Pattern.compile(schema.path("pattern").asText()).matcher(text).find() && !text.contains("\n");
    }

    // Editors show this one too.
    private static String message(JsonNode schema) {
        return schema.path("patternErrorMessage").asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
