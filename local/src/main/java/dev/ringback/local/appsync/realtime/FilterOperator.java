package dev.ringback.local.appsync.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The operators of AppSync's subscription filters. */
enum FilterOperator {
    EQ("eq", Values::same),
    NE("ne", (field, value) -> !Values.same(field, value)),
    LE("le", ordered(order -> order <= 0)),
    LT("lt", ordered(order -> order < 0)),
    GE("ge", ordered(order -> order >= 0)),
    GT("gt", ordered(order -> order > 0)),
    CONTAINS("contains", FilterOperator::contains),
    NOT_CONTAINS("notContains", (field, value) -> !contains(field, value)),
    BEGINS_WITH("beginsWith", FilterOperator::beginsWith),
    IN("in", (field, values) -> Values.anyOf(values, field), 5),
    NOT_IN("notIn", (field, values) -> !Values.anyOf(values, field), 5),
    BETWEEN("between", FilterOperator::between, 2),
    CONTAINS_ANY("containsAny", FilterOperator::containsAny, 20);

    private final String word;
    private final BiPredicate<JsonNode, JsonNode> test;
    private final int mostValues;

    FilterOperator(String word, BiPredicate<JsonNode, JsonNode> test) {
        this(word, test, 0);
    }

    FilterOperator(String word, BiPredicate<JsonNode, JsonNode> test, int mostValues) {
        this.word = word;
        this.test = test;
        this.mostValues = mostValues;
    }

    static Optional<FilterOperator> of(String word) {
        return Stream.of(values())
                .filter(operator -> operator.word.equals(word))
                .findFirst();
    }

    boolean test(JsonNode field, JsonNode value) {
        return test.test(field, value);
    }

    /** Refuses a value that the operator does not take. */
    void check(JsonNode value) throws Refusal {
        if (mostValues > 0 && (!value.isArray() || value.size() > mostValues)) {
            throw Refusal.badRequest("The filter operator " + word + " takes a list of at most " + mostValues + ".");
        }
        if (this == BETWEEN && value.size() != mostValues) {
            throw Refusal.badRequest("The filter operator between takes a list of two.");
        }
    }

    private static BiPredicate<JsonNode, JsonNode> ordered(IntPredicate wanted) {
        return (field, value) -> {
            OptionalInt order = Values.order(field, value);
            return order.isPresent() && wanted.test(order.getAsInt());
        };
    }

    private static boolean contains(JsonNode field, JsonNode value) {
        return field.isArray()
                ? Values.anyOf(field, value)
                : field.isTextual() && value.isTextual() && field.asText().contains(value.asText());
    }

    private static boolean beginsWith(JsonNode field, JsonNode value) {
        return field.isTextual() && value.isTextual() && field.asText().startsWith(value.asText());
    }

    private static boolean between(JsonNode field, JsonNode bounds) {
        return GE.test(field, bounds.get(0)) && LE.test(field, bounds.get(1));
    }

    private static boolean containsAny(JsonNode field, JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).anyMatch(value -> contains(field, value));
    }
}
