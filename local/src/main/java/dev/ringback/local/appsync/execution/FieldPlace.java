package dev.ringback.local.appsync.execution;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLNamedType;
import java.util.Map;

/** Where in the schema and in the query a field is. */
final class FieldPlace {
    private FieldPlace() {}

    static FieldCoordinates of(DataFetchingEnvironment field) {
        return FieldCoordinates.coordinates(
                ((GraphQLNamedType) field.getParentType()).getName(),
                field.getField().getName());
    }

    /** What the field's parent has by its name. */
    static Object valueInParent(DataFetchingEnvironment field) {
        return field.getSource() instanceof Map<?, ?> parent
                ? parent.get(field.getField().getName())
                : null;
    }

    static boolean isRoot(DataFetchingEnvironment field) {
        return field.getExecutionStepInfo().getPath().getParent().isRootPath();
    }

    /** How many fields lead to it, itself included; places in lists do not count. */
    static long depth(DataFetchingEnvironment field) {
        return field.getExecutionStepInfo().getPath().toList().stream()
                .filter(String.class::isInstance)
                .count();
    }
}
