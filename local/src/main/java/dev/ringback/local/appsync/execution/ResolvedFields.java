package dev.ringback.local.appsync.execution;

import dev.ringback.local.appsync.schema.FieldSource;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** The fields of a query or mutation: from their resolvers, and by name from their parents where there is none. */
final class ResolvedFields implements FieldSource {
    private final ApiDefinition api;
    private final Gate gate;
    private final ResolverStart resolvers;
    private final Executor threads;
    private final AnsweredMutations mutations;
    private final AtomicInteger started = new AtomicInteger();

    ResolvedFields(
            ApiDefinition api, Gate gate, ResolverStart resolvers, Executor threads, AnsweredMutations mutations) {
        this.api = api;
        this.gate = gate;
        this.resolvers = resolvers;
        this.threads = threads;
        this.mutations = mutations;
    }

    @Override
    public Object value(DataFetchingEnvironment field) {
        Optional<FieldError> refusal = gate.refusal(field).or(() -> tooDeep(field));
        if (refusal.isPresent()) {
            return refusal.get().alone();
        }
        FieldResolver resolver = api.resolvers().get(FieldPlace.of(field));
        return resolver == null ? FieldPlace.valueInParent(field) : resolve(field, resolver);
    }

    private Optional<FieldError> tooDeep(DataFetchingEnvironment field) {
        return api.limits().allowsDepth(FieldPlace.depth(field))
                ? Optional.empty()
                : Optional.of(FieldError.at(
                        field,
                        "QueryDepthLimitReached",
                        "Query depth limit of " + api.limits().depth() + " reached."));
    }

    private Object resolve(DataFetchingEnvironment field, FieldResolver resolver) {
        if (!api.limits().allowsResolvers(started.incrementAndGet())) {
            return FieldError.at(field, "ResolverExecutionLimitReached", "Resolver invocation limit reached.")
                    .alone();
        }
        return CompletableFuture.supplyAsync(
                () -> {
                    ResolverAnswer answer = resolvers.run(field, resolver);
                    mutations.note(field, answer);
                    return result(field, answer);
                },
                threads);
    }

    private static DataFetcherResult<Object> result(DataFetchingEnvironment field, ResolverAnswer answer) {
        return DataFetcherResult.newResult()
                .data(Values.plain(answer.value()))
                .errors(ResolverStart.errors(field, answer))
                .build();
    }
}
