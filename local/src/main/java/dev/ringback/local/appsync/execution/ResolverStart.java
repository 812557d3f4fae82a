package dev.ringback.local.appsync.execution;

import dev.ringback.appsyncjs.ResolverError;
import graphql.GraphQLError;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.function.Consumer;

/** Runs the resolvers of one request. */
record ResolverStart(HandlerContext contexts, Consumer<String> log) {
    ResolverAnswer run(DataFetchingEnvironment field, FieldResolver resolver) {
        return new ResolverRun(new Handlers(contexts.of(field), log)).run(resolver);
    }

    static List<GraphQLError> errors(DataFetchingEnvironment field, ResolverAnswer answer) {
        return answer.errors().stream()
                .<GraphQLError>map(error -> FieldError.at(field, selected(field, error)))
                .toList();
    }

    // AppSync gives of an error's data what the query selects of the field.
    private static ResolverError selected(DataFetchingEnvironment field, ResolverError error) {
        Selection selection = Selection.of(field.getSelectionSet());
        return error.data() == null
                ? error
                : new ResolverError(error.message(), error.type(), selection.pick(error.data()), error.info());
    }
}
