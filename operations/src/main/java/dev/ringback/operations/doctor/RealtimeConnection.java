package dev.ringback.operations.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A connection to AppSync's realtime endpoint. */
final class RealtimeConnection implements WebSocket.Listener, AutoCloseable {
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final ObjectMapper json = new ObjectMapper();
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final StringBuilder unfinished = new StringBuilder();
    private final ObjectNode authorization;
    private final WebSocket socket;

    /**
     * @param host of the GraphQL endpoint, which the authorization has to name
     * @throws java.util.concurrent.CompletionException if there is no connection
     */
    RealtimeConnection(HttpClient http, URI url, String host, String token) {
        authorization = JsonNodeFactory.instance.objectNode().put("host", host).put("Authorization", token);
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(authorization.toString().getBytes(StandardCharsets.UTF_8));
        socket = http.newWebSocketBuilder()
                .subprotocols("graphql-ws", "header-" + header)
                .buildAsync(url, this)
                .orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** What the server says to a greeting; empty if it is silent. */
    Optional<JsonNode> greet() throws InterruptedException {
        send(JsonNodeFactory.instance.objectNode().put("type", "connection_init"));
        return next();
    }

    /** What the server says to a subscription; empty if it is silent. */
    Optional<JsonNode> subscribe(String query, ObjectNode variables) throws InterruptedException {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("query", query);
        data.set("variables", variables);
        ObjectNode start =
                JsonNodeFactory.instance.objectNode().put("id", "doctor").put("type", "start");
        ObjectNode payload = start.putObject("payload").put("data", data.toString());
        payload.putObject("extensions").set("authorization", authorization);
        send(start);
        return next();
    }

    private void send(ObjectNode message) {
        socket.sendText(message.toString(), true)
                .orTimeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private Optional<JsonNode> next() throws InterruptedException {
        return Optional.ofNullable(received.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        unfinished.append(part);
        if (last) {
            add(unfinished.toString());
            unfinished.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void add(String text) {
        try {
            JsonNode message = json.readTree(text);
            // Only a sign of life.
            if (!message.path("type").asText().equals("ka")) {
                received.add(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
