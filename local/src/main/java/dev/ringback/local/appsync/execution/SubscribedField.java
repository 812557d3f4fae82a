package dev.ringback.local.appsync.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.schema.FieldSource;
import dev.ringback.local.appsync.schema.Subscriptions;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.FieldCoordinates;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The field of a subscription while it starts: its resolver says whether it may, and what it lets through. */
final class SubscribedField implements FieldSource {
    private final Map<FieldCoordinates, FieldResolver> resolverByField;
    private final Gate gate;
    private final ResolverStart resolvers;
    private Optional<Accepted> accepted = Optional.empty();

    record Accepted(List<String> mutations, ObjectNode arguments, Optional<JsonNode> filter) {}

    SubscribedField(ApiDefinition api, Gate gate, ResolverStart resolvers) {
        this.resolverByField = api.resolvers();
        this.gate = gate;
        this.resolvers = resolvers;
    }

    /** Empty as long as nothing was accepted. */
    Optional<Accepted> accepted() {
        return accepted;
    }

    @Override
    public Object value(DataFetchingEnvironment field) {
        Optional<FieldError> refusal = gate.refusal(field);
        if (refusal.isPresent()) {
            return refusal.get().alone();
        }
        FieldResolver resolver = resolverByField.get(FieldPlace.of(field));
        return resolver == null ? accept(field, Optional.empty()) : ask(field, resolver);
    }

    private Object ask(DataFetchingEnvironment field, FieldResolver resolver) {
        ResolverAnswer answer = resolvers.run(field, resolver);
        return answer.failed()
                ? DataFetcherResult.newResult()
                        .errors(ResolverStart.errors(field, answer))
                        .build()
                : accept(field, answer.subscriptionFilter());
    }

    // Nothing has happened yet that could be told, so the field is null.
    private Object accept(DataFetchingEnvironment field, Optional<JsonNode> filter) {
        accepted = Optional.of(new Accepted(
                Subscriptions.mutations(field.getFieldDefinition()), Values.json(field.getArguments()), filter));
        return null;
    }
}
