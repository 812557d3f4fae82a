package dev.ringback.local.appsync.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.schema.FieldSource;
import graphql.schema.DataFetchingEnvironment;
import java.util.Optional;

/** The fields of a value that is there already, without any resolver: what a subscriber is told. */
record GivenFields(JsonNode root, Gate gate) implements FieldSource {
    @Override
    public Object value(DataFetchingEnvironment field) {
        if (FieldPlace.isRoot(field)) {
            return Values.plain(root);
        }
        Optional<FieldError> refusal = gate.refusal(field);
        return refusal.isPresent() ? refusal.get().alone() : FieldPlace.valueInParent(field);
    }
}
