package dev.ringback.local.appsync.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.ringback.appsyncjs.ResolverError;
import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;

/** An error that belongs to a field. */
record FieldError(ResolverError error, List<Object> path, SourceLocation location) implements GraphQLError {
    private static final long serialVersionUID = 1L;

    static FieldError at(DataFetchingEnvironment field, ResolverError error) {
        return new FieldError(
                error,
                field.getExecutionStepInfo().getPath().toList(),
                field.getField().getSourceLocation());
    }

    static FieldError at(DataFetchingEnvironment field, String type, String message) {
        return at(field, new ResolverError(message, type, NullNode.instance, NullNode.instance));
    }

    /** Nothing but the error in place of the field's value. */
    DataFetcherResult<Object> alone() {
        return DataFetcherResult.newResult().error(this).build();
    }

    @Override
    public String getMessage() {
        return Objects.toString(error.message(), "");
    }

    @Override
    public List<SourceLocation> getLocations() {
        return location == null ? List.of() : List.of(location);
    }

    @Override
    public List<Object> getPath() {
        return path;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorClassification.errorClassification(Objects.toString(error.type(), ""));
    }

    JsonNode data() {
        return error.data() == null ? NullNode.instance : error.data();
    }

    JsonNode info() {
        return error.info() == null ? NullNode.instance : error.info();
    }
}
