package dev.ringback.local.appsync.execution;

import dev.ringback.local.appsync.GraphQlRequest;
import dev.ringback.local.appsync.schema.FieldSource;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Runs requests through graphql-java. */
final class Runner {
    private final GraphQL graphQl;

    /** @param log learns of faults of the local runtime itself */
    Runner(GraphQLSchema schema, Consumer<String> log) {
        DataFetcherExceptionHandler faults = faults(log);
        this.graphQl = GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(new AsyncExecutionStrategy(faults))
                .mutationExecutionStrategy(new AsyncSerialExecutionStrategy(faults))
                // Each event of a subscription is run by itself, like a query.
                .subscriptionExecutionStrategy(new AsyncExecutionStrategy(faults))
                .build();
    }

    /** What a request asks to run; empty if it cannot be told, which running it then says. */
    static Optional<OperationDefinition.Operation> operation(GraphQlRequest request) throws InvalidSyntaxException {
        Document document = Parser.parse(request.query());
        List<OperationDefinition> operations = document.getDefinitionsOfType(OperationDefinition.class);
        return operations.stream()
                .filter(operation -> request.operationName()
                        .map(name -> name.equals(operation.getName()))
                        .orElse(operations.size() == 1))
                .findFirst()
                .map(OperationDefinition::getOperation);
    }

    ExecutionResult run(GraphQlRequest request, FieldSource fields) {
        return graphQl.execute(ExecutionInput.newExecutionInput()
                .query(request.query())
                .operationName(request.operationName().orElse(null))
                .variables(Values.plain(request.variables()))
                .graphQLContext(Map.of(FieldSource.class, fields))
                .build());
    }

    private static DataFetcherExceptionHandler faults(Consumer<String> log) {
        return fault -> {
            StringWriter trace = new StringWriter();
            fault.getException().printStackTrace(new PrintWriter(trace));
            log.accept(fault.getPath() + " failed in the local runtime: "
                    + trace.toString().strip());
            return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(FieldError.at(
                            fault.getDataFetchingEnvironment(),
                            "InternalFailure",
                            "An internal failure occurred while resolving this field."))
                    .build());
        };
    }
}
