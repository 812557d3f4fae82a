package dev.ringback.local.appsync.execution;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.GraphQlRequest;
import graphql.language.AstPrinter;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;

/** What handlers get as {@code ctx}. */
final class HandlerContext {
    private final GraphQlRequest request;
    private final ApiCaller caller;
    private final Map<String, String> environment;

    HandlerContext(GraphQlRequest request, ApiCaller caller, Map<String, String> environment) {
        this.request = request;
        this.caller = caller;
        this.environment = environment;
    }

    ObjectNode of(DataFetchingEnvironment field) {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        context.set("arguments", Values.json(field.getArguments()));
        context.set("identity", caller.identity());
        context.set("source", Values.json(field.<Object>getSource()));
        context.set("env", Values.json(environment));
        ObjectNode sender = context.putObject("request");
        sender.set("headers", Values.json(request.headers()));
        sender.putNull("domainName");
        context.set("info", info(field));
        return context;
    }

    private ObjectNode info(DataFetchingEnvironment field) {
        ObjectNode info = JsonNodeFactory.instance
                .objectNode()
                .put("fieldName", field.getField().getName())
                .put("parentTypeName", FieldPlace.of(field).getTypeName());
        info.set("variables", request.variables());
        info.set(
                "selectionSetList",
                Values.json(Selection.of(field.getSelectionSet()).paths()));
        SelectionSet selection = field.getField().getSelectionSet();
        return info.put("selectionSetGraphQL", selection == null ? "" : AstPrinter.printAst(selection));
    }
}
