package dev.ringback.local.appsync.realtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that collects what it is told. */
final class RealtimeClient implements WebSocket.Listener {
    private static final int PATIENCE_SECONDS = 10;
    private static final int ABNORMAL = 1006;

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder unfinished = new StringBuilder();
    private WebSocket socket;

    private RealtimeClient() {}

    static RealtimeClient reading(Opening opening) {
        RealtimeClient client = new RealtimeClient();
        client.socket = opening.open(client).join();
        return client;
    }

    /** Opens a connection that a listener is given. */
    interface Opening {
        CompletableFuture<WebSocket> open(WebSocket.Listener listener);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        unfinished.append(part);
        if (last) {
            received.add(parsed(unfinished.toString()));
            unfinished.setLength(0);
        }
        from.request(1);
        return null;
    }

    // What the server says may have apostrophes of its own.
    private static JsonNode parsed(String message) {
        try {
            return FakeApi.JSON.readTree(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    void say(String message) {
        socket.sendText(message.replace('\'', '"'), true).join();
    }

    void start(String id) {
        start(id, "subscribe", "{}");
    }

    void start(String id, String query, String variables) {
        start(id, query, variables, RealtimeServer.KEY);
    }

    void start(String id, String query, String variables, String authorization) {
        socket.sendText(startMessage(id, query, variables, authorization), true).join();
    }

    static String startMessage(String id, String query, String variables, String authorization) {
        ObjectNode data = FakeApi.JSON.createObjectNode().put("query", query);
        data.set("variables", FakeApi.json(variables));
        ObjectNode message = FakeApi.JSON.createObjectNode().put("id", id).put("type", "start");
        ObjectNode payload = message.putObject("payload").put("data", data.toString());
        payload.putObject("extensions").set("authorization", FakeApi.json(authorization));
        return message.toString();
    }

    /** Starts a subscription and waits until it runs. */
    RealtimeClient subscribed(String id, String variables) throws InterruptedException {
        start(id, "subscribe", variables);
        hear("start_ack");
        return this;
    }

    JsonNode hear() throws InterruptedException {
        JsonNode message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("Nothing came within " + PATIENCE_SECONDS + " seconds.");
        }
        return message;
    }

    JsonNode hear(String type) throws InterruptedException {
        JsonNode message = hear();
        if (!message.path("type").asText().equals(type)) {
            throw new AssertionError("Instead of " + type + " came " + message);
        }
        return message;
    }

    /** The name of the person that the next message tells of. */
    String hearName() throws InterruptedException {
        return hear("data").at("/payload/data/onCreatePerson/firstName").asText();
    }

    /** The type of the first error of the next message. */
    String hearError() throws InterruptedException {
        return hear("error").at("/payload/errors/0/errorType").asText();
    }

    /** Whether the connection ends, without the server's saying so. */
    boolean isCutOff() throws Exception {
        return closed.handle((status, error) -> error != null || status == ABNORMAL)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    int closeStatus() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
