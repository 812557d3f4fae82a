package dev.ringback.local.appsync.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.AuthRefused;
import dev.ringback.local.appsync.GraphQlApi;
import dev.ringback.local.appsync.GraphQlRequest;
import dev.ringback.local.appsync.SubscriptionStart;
import graphql.ExecutionResult;
import graphql.language.OperationDefinition.Operation;
import graphql.parser.InvalidSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** An API that runs; its definition can be replaced meanwhile, and a request keeps the one it began with. */
public final class LiveApi implements GraphQlApi {
    private final Consumer<String> log;
    private final List<MutationListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Edition edition;

    private record Edition(ApiDefinition api, Runner runner) {}

    /** @param log what resolvers write to the console, and faults of the local runtime */
    public LiveApi(ApiDefinition definition, Consumer<String> log) {
        this.log = log;
        replace(definition);
    }

    public void replace(ApiDefinition definition) {
        edition = new Edition(definition, new Runner(definition.schema(), log));
    }

    @Override
    public ApiCaller authenticate(Map<String, String> credentials) throws AuthRefused {
        return edition.api().authenticator().authenticate(credentials);
    }

    @Override
    public ObjectNode execute(GraphQlRequest request, ApiCaller caller) {
        return misdirected(request, false).orElseGet(() -> run(edition, request, caller));
    }

    /** The answer to a request that is not for this door; empty if it is. */
    private static Optional<ObjectNode> misdirected(GraphQlRequest request, boolean realtime) {
        try {
            return Runner.operation(request)
                    .filter(operation -> realtime != (operation == Operation.SUBSCRIPTION))
                    .map(operation -> Answers.refusal(
                            "UnsupportedOperation",
                            operation.name().toLowerCase(Locale.ROOT) + " not supported through the "
                                    + (realtime ? "realtime channel" : "HTTP endpoint")));
        } catch (InvalidSyntaxException notGraphQl) {
            return Optional.of(Answers.unparsed());
        }
    }

    private ObjectNode run(Edition now, GraphQlRequest request, ApiCaller caller) {
        AnsweredMutations mutations = new AnsweredMutations();
        ObjectNode answer;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answer = Answers.of(now.runner()
                    .run(
                            request,
                            new ResolvedFields(
                                    now.api(),
                                    new Gate(now.api().access(), caller),
                                    resolvers(now, request, caller),
                                    threads,
                                    mutations)));
        }
        mutations
                .events(answer.path("data"))
                .forEach(event -> tell("of " + event.field(), listener -> listener.mutated(event)));
        return answer;
    }

    // What has happened has happened, whoever cannot take it.
    private void tell(String what, Consumer<MutationListener> telling) {
        for (MutationListener listener : listeners) {
            try {
                telling.accept(listener);
            } catch (RuntimeException | StackOverflowError fault) {
                log.accept("local: telling subscribers " + what + " failed: " + fault);
            }
        }
    }

    /** Tells who follows its mutations that there will be no more. */
    public void end() {
        tell("that the API is gone", MutationListener::apiGone);
    }

    private ResolverStart resolvers(Edition now, GraphQlRequest request, ApiCaller caller) {
        return new ResolverStart(new HandlerContext(request, caller, now.api().environment()), log);
    }

    @Override
    public SubscriptionStart subscribe(GraphQlRequest request, ApiCaller caller) {
        return misdirected(request, true)
                .<SubscriptionStart>map(answer -> new SubscriptionStart.Refused(answer.withArray("errors")))
                .orElseGet(() -> start(edition, request, caller));
    }

    private SubscriptionStart start(Edition now, GraphQlRequest request, ApiCaller caller) {
        Gate gate = new Gate(now.api().access(), caller);
        SubscribedField field = new SubscribedField(now.api(), gate, resolvers(now, request, caller));
        ExecutionResult result = now.runner().run(request, field);
        return field.accepted()
                .<SubscriptionStart>map(accepted -> new SubscriptionStart.Started(
                        accepted.mutations(),
                        accepted.arguments(),
                        accepted.filter(),
                        value -> project(now, request, gate, value)))
                .orElseGet(() -> new SubscriptionStart.Refused(Answers.errors(result.getErrors())));
    }

    private static ObjectNode project(Edition then, GraphQlRequest request, Gate gate, JsonNode mutationValue) {
        return Answers.of(then.runner().run(request, new GivenFields(mutationValue, gate)));
    }

    @Override
    public void onMutation(MutationListener listener) {
        listeners.add(listener);
    }
}
