package dev.ringback.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.actionkit.ActionManifest;
import dev.ringback.actionkit.ErrorCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The HTTP API in OpenAPI 3.1: {@code /api} with a request for each action, and the paths that actions have to themselves. */
record ApiDescription(List<DescribedAction> actions) {
    static final String SCHEMAS = "#/components/schemas/";
    /** In a request's schema, the action's answer and codes: OpenAPI has no way to tie either to one request of several. */
    static final String ANSWER = "x-answer";

    static final String ERRORS = "x-errors";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    ObjectNode toJson() {
        ObjectNode description = JSON.objectNode().put("openapi", "3.1.1");
        description.set("info", info());
        description
                .putArray("servers")
                .addObject()
                .put("url", "{origin}")
                .putObject("variables")
                .putObject("origin")
                .put("default", "https://API_ID.execute-api.REGION.amazonaws.com");
        description.putArray("security").addObject().putArray("token");
        description.set("paths", paths());
        description.set("components", components());
        return description;
    }

    private static ObjectNode info() {
        return JSON.objectNode()
                .put("title", "Ringback")
                .put("version", "1")
                .put(
                        "description",
                        "Sets up calls between the devices of signed-in users. Who asks is taken from the token alone.");
    }

    private ObjectNode paths() {
        ObjectNode paths = JSON.objectNode();
        List<DescribedAction> shared =
                actions.stream().filter(action -> !action.isOwn()).toList();
        if (!shared.isEmpty()) {
            paths.putObject("/api").set("post", sharedOperation(shared));
        }
        actions.stream()
                .filter(DescribedAction::isOwn)
                .forEach(action -> paths.putObject(action.path()).set("post", ownOperation(action)));
        return paths;
    }

    private static ObjectNode sharedOperation(List<DescribedAction> shared) {
        ObjectNode operation = JSON.objectNode()
                .put("operationId", "callAction")
                .put("summary", "Does what the request's action says.");
        ObjectNode content = jsonContent(operation.putObject("requestBody").put("required", true));
        ObjectNode schema = content.putObject("schema");
        ArrayNode oneOf = schema.putArray("oneOf");
        ObjectNode discriminator = schema.putObject("discriminator").put("propertyName", "action");
        ObjectNode mapping = discriminator.putObject("mapping");
        ObjectNode examples = content.putObject("examples");
        ArrayNode answers = JSON.arrayNode();
        for (DescribedAction action : shared) {
            oneOf.addObject().put("$ref", SCHEMAS + action.requestSchema());
            mapping.put(action.name(), SCHEMAS + action.requestSchema());
            examples.set(action.name(), example(action));
            answers.addObject().put("$ref", SCHEMAS + action.answerSchema());
        }
        ObjectNode answer = JSON.objectNode();
        answer.set("anyOf", answers);
        operation.set("responses", responses(shared, answer));
        return operation;
    }

    private static ObjectNode ownOperation(DescribedAction action) {
        ObjectNode operation = JSON.objectNode()
                .put("operationId", action.name())
                .put("summary", action.manifest().description());
        ObjectNode content = jsonContent(operation.putObject("requestBody").put("required", true));
        content.putObject("schema").put("$ref", SCHEMAS + action.requestSchema());
        operation.set(
                "responses",
                responses(List.of(action), JSON.objectNode().put("$ref", SCHEMAS + action.answerSchema())));
        return operation;
    }

    /** One with all fields that must be there, to start from. */
    private static ObjectNode example(DescribedAction action) {
        ObjectNode example = JSON.objectNode().put("summary", action.manifest().description());
        ObjectNode value = example.putObject("value").put("action", action.name());
        action.request().path("required").forEach(field -> {
            String name = field.textValue();
            value.set(name, Example.of(name, action.request().path("properties").path(name)));
        });
        return example;
    }

    private static ObjectNode responses(List<DescribedAction> actions, ObjectNode answer) {
        ObjectNode responses = JSON.objectNode();
        jsonContent(responses.putObject("200").put("description", "Done.")).set("schema", answer);
        codesByStatus(actions).forEach((status, codes) -> {
            ObjectNode response =
                    responses.putObject(Integer.toString(status)).put("description", String.join(", ", codes) + ".");
            jsonContent(response).set("schema", refusal(codes));
        });
        return responses;
    }

    private static Map<Integer, List<String>> codesByStatus(List<DescribedAction> actions) {
        Map<Integer, List<String>> byStatus = new TreeMap<>();
        EnumSet<ErrorCode> codes = EnumSet.copyOf(ActionManifest.ERRORS_OF_EVERY_ACTION);
        actions.forEach(action -> codes.addAll(action.manifest().errors()));
        codes.forEach(code ->
                byStatus.computeIfAbsent(code.status(), _ -> new ArrayList<>()).add(code.name()));
        return byStatus;
    }

    private static ObjectNode refusal(Collection<String> codes) {
        ObjectNode refusal = JSON.objectNode();
        refusal.putArray("allOf").addObject().put("$ref", SCHEMAS + "Refusal");
        ArrayNode known = refusal.putObject("properties").putObject("error").putArray("enum");
        codes.forEach(known::add);
        return refusal;
    }

    private ObjectNode components() {
        ObjectNode components = JSON.objectNode();
        ObjectNode schemas = components.putObject("schemas");
        for (DescribedAction action : actions) {
            schemas.set(action.requestSchema(), request(action));
            schemas.set(action.answerSchema(), action.answer());
        }
        schemas.set("Refusal", anyRefusal());
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "An id or access token of the backend's user pool.");
        return components;
    }

    private static ObjectNode request(DescribedAction action) {
        ObjectNode fields = action.request();
        ObjectNode request = JSON.objectNode()
                .put("type", "object")
                .put("description", action.manifest().description());
        ObjectNode properties = request.putObject("properties");
        properties.putObject("action").put("const", action.name());
        // A record without components has none.
        if (fields.path("properties") instanceof ObjectNode known) {
            properties.setAll(known.deepCopy());
        }
        ArrayNode required = request.putArray("required");
        if (!action.isOwn()) {
            required.add("action");
        }
        fields.path("required").forEach(required::add);
        request.put(ANSWER, SCHEMAS + action.answerSchema());
        Set<ErrorCode> errors = action.manifest().errors();
        ArrayNode codes = request.putArray(ERRORS);
        errors.forEach(code -> codes.add(code.name()));
        return request;
    }

    private static ObjectNode anyRefusal() {
        ObjectNode refusal = JSON.objectNode().put("type", "object");
        ObjectNode properties = refusal.putObject("properties");
        text(properties, "error", "A code. Of one that it does not know, an app goes by the status.");
        text(properties, "message", "A sentence for the app's developer.");
        text(properties, "requestId", "What to look for in the logs.");
        text(properties, "state", "Of the call, where that is the reason.");
        refusal.putArray("required").add("error").add("message").add("requestId");
        return refusal;
    }

    private static void text(ObjectNode properties, String name, String description) {
        properties.putObject(name).put("type", "string").put("description", description);
    }

    private static ObjectNode jsonContent(ObjectNode parent) {
        return parent.putObject("content").putObject("application/json");
    }
}
