package dev.ringback.local.appsync.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.AuthRefused;
import dev.ringback.local.appsync.GraphQlApi;
import dev.ringback.local.appsync.GraphQlRequest;
import dev.ringback.local.appsync.MutationEvent;
import dev.ringback.local.appsync.SubscriptionStart;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An API that takes the key "key" and the token "token". A query of "refuse" is refused; any other subscribes to
 * createPerson, its variables being the arguments, but for the variable "filterGroup", which is the resolver's filter. A
 * query of "break" breaks when there is something to tell.
 */
final class FakeApi implements GraphQlApi {
    static final ObjectMapper JSON = new ObjectMapper();

    final List<ApiCaller> callers = new CopyOnWriteArrayList<>();
    private final List<MutationListener> listeners = new CopyOnWriteArrayList<>();

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ApiCaller authenticate(Map<String, String> credentials) throws AuthRefused {
        JsonNode nobody = JsonNodeFactory.instance.nullNode();
        if ("key".equals(credentials.get("x-api-key"))) {
            return new ApiCaller.KeyHolder(nobody);
        }
        if ("token".equals(credentials.get("authorization"))) {
            return new ApiCaller.User(nobody);
        }
        throw new AuthRefused("You are not authorized to make this call.");
    }

    @Override
    public ObjectNode execute(GraphQlRequest request, ApiCaller caller) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SubscriptionStart subscribe(GraphQlRequest request, ApiCaller caller) {
        callers.add(caller);
        if (request.query().equals("refuse")) {
            return new SubscriptionStart.Refused(
                    JSON.createArrayNode().add(json("{'errorType': 'Unauthorized', 'message': 'not you'}")));
        }
        ObjectNode arguments = request.variables().deepCopy();
        Optional<JsonNode> filter = Optional.ofNullable(arguments.remove("filterGroup"))
                .map(groups -> JSON.createObjectNode().set("filterGroup", groups));
        return new SubscriptionStart.Started(
                List.of("createPerson"),
                arguments,
                filter,
                request.query().equals("break") ? FakeApi::breakDown : FakeApi::project);
    }

    private static ObjectNode project(JsonNode value) {
        ObjectNode payload = JSON.createObjectNode();
        payload.putObject("data").set("onCreatePerson", value);
        return payload;
    }

    private static ObjectNode breakDown(JsonNode value) {
        throw new AssertionError("broken");
    }

    @Override
    public void onMutation(MutationListener listener) {
        listeners.add(listener);
    }

    void mutate(String field, String value) {
        MutationEvent event = new MutationEvent(field, json(value));
        listeners.forEach(listener -> listener.mutated(event));
    }

    void end() {
        listeners.forEach(MutationListener::apiGone);
    }

    void createPerson(String firstName) {
        mutate("createPerson", "{'firstName': '" + firstName + "'}");
    }
}
