package dev.ringback.local.appsync.execution;

import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.auth.AccessRules;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import java.util.Optional;

/** Decides field by field what a caller may see. */
record Gate(AccessRules rules, ApiCaller caller) {
    /** What to answer instead of a field that is closed to the caller. */
    Optional<FieldError> refusal(DataFetchingEnvironment field) {
        FieldCoordinates place = FieldPlace.of(field);
        if (rules.isOpen(place.getTypeName(), place.getFieldName(), caller)) {
            return Optional.empty();
        }
        return Optional.of(FieldError.at(
                field,
                "Unauthorized",
                "Not Authorized to access " + place.getFieldName() + " on type " + place.getTypeName()));
    }
}
