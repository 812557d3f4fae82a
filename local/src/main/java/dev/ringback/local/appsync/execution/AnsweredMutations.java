package dev.ringback.local.appsync.execution;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.MutationEvent;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;

/** The mutations of one request that have gone well. */
final class AnsweredMutations {
    private final List<Answered> answered = new ArrayList<>();

    private record Answered(String resultKey, String field, Selection selection) {}

    synchronized void note(DataFetchingEnvironment field, ResolverAnswer answer) {
        boolean mutation = field.getParentType() == field.getGraphQLSchema().getMutationType();
        if (mutation && !answer.failed()) {
            answered.add(new Answered(
                    field.getField().getResultKey(),
                    field.getField().getName(),
                    Selection.of(field.getSelectionSet())));
        }
    }

    /** @param data of the request's answer; what became null there is not told */
    synchronized List<MutationEvent> events(JsonNode data) {
        return answered.stream()
                .filter(mutation -> data.hasNonNull(mutation.resultKey()))
                .map(mutation -> new MutationEvent(
                        mutation.field(), mutation.selection().byNames(data.get(mutation.resultKey()))))
                .toList();
    }
}
