package dev.ringback.local.appsync.realtime;

import com.fasterxml.jackson.databind.JsonNode;

/** @param path the field's name, or the names that lead to it */
record FieldFilter(String[] path, FilterOperator operator, JsonNode value) implements EventFilter {
    private static final int DEEPEST = 5;
    private static final int LONGEST = 256;

    static FieldFilter read(JsonNode filter) throws Refusal {
        String field = filter.path("fieldName").asText();
        String word = filter.path("operator").asText();
        FilterOperator operator = FilterOperator.of(word)
                .orElseThrow(() -> Refusal.badRequest("There is no filter operator " + word + "."));
        operator.check(filter.path("value"));
        String[] path = field.split("\\.");
        if (field.isEmpty() || field.length() > LONGEST || path.length > DEEPEST) {
            throw Refusal.badRequest("The filter field '" + field + "' has 1 to " + LONGEST + " characters and at most "
                    + DEEPEST + " levels.");
        }
        return new FieldFilter(path, operator, filter.path("value"));
    }

    @Override
    public boolean passes(JsonNode payload) {
        JsonNode field = payload;
        for (String name : path) {
            field = field.path(name);
        }
        return operator.test(field, value);
    }
}
