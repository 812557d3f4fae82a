package dev.ringback.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What an app hears of its user's calls while it is open. */
final class CallFeed implements WebSocket.Listener, AutoCloseable {
    static final String FIELDS = "owner callId state reason callerId calleeId answeredBy at ringUntil version";
    private static final String SUBSCRIPTION =
            "subscription($owner: ID!) { onCallEvent(owner: $owner) { " + FIELDS + " } }";
    private static final int PATIENCE_SECONDS = 30;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final StringBuilder unfinished = new StringBuilder();
    private final WebSocket socket;

    private CallFeed(String url, ObjectNode authorization) {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(authorization.toString().getBytes(StandardCharsets.UTF_8));
        socket = client.newWebSocketBuilder()
                .subprotocols("graphql-ws", "header-" + header)
                .buildAsync(URI.create(url), this)
                .join();
    }

    /** Listens already. */
    static CallFeed of(Phone phone, Backend backend) throws Exception {
        CallFeed feed = asking(phone, phone.sub(), backend);
        feed.next("start_ack");
        return feed;
    }

    /** @param owner whose calls the phone asks for; the answer is still to come */
    static CallFeed asking(Phone phone, String owner, Backend backend) {
        String url = backend.runtime().endpoints().graphqlRealtimeUrl();
        ObjectNode authorization = Http.JSON
                .createObjectNode()
                .put("host", URI.create(url).getAuthority())
                .put("Authorization", phone.accessToken());
        CallFeed feed = new CallFeed(url, authorization);
        feed.start(owner, authorization);
        return feed;
    }

    private void start(String owner, ObjectNode authorization) {
        ObjectNode data = Http.JSON.createObjectNode().put("query", SUBSCRIPTION);
        data.putObject("variables").put("owner", owner);
        ObjectNode message = Http.JSON.createObjectNode().put("id", "calls").put("type", "start");
        ObjectNode payload = message.putObject("payload").put("data", data.toString());
        payload.putObject("extensions").set("authorization", authorization);
        socket.sendText(message.toString(), true).join();
    }

    /** The next event of a call. */
    JsonNode next() throws Exception {
        return next("data").at("/payload/data/onCallEvent");
    }

    /** The type of the error with which the subscription was refused. */
    String refusal() throws Exception {
        return next("error").at("/payload/errors/0/errorType").asText();
    }

    private JsonNode next(String type) throws InterruptedException {
        JsonNode message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message == null || !message.path("type").asText().equals(type)) {
            throw new AssertionError("Instead of " + type + " came " + message);
        }
        return message;
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
            JsonNode message = Http.JSON.readTree(text);
            if (!message.path("type").asText().equals("ka")) {
                received.add(message);
            }
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }
}
