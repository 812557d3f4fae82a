package dev.ringback.local.appsync.realtime;

import dev.ringback.local.aws.Account;
import dev.ringback.local.fault.Faults;
import dev.ringback.local.gateway.Gateway;
import dev.ringback.local.gateway.HttpListener;
import dev.ringback.local.gateway.Journal;
import dev.ringback.local.iam.AccessKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A gateway with the API "api" behind it. */
final class RealtimeServer implements AutoCloseable {
    static final RealtimeLimits LIMITS = new RealtimeLimits(
            Duration.ofHours(1), Duration.ofHours(1), 3, 20_000, 10, Duration.ofSeconds(20), Duration.ofHours(1));
    static final String KEY = "{\"host\": \"localhost\", \"x-api-key\": \"key\"}";

    final List<String> console = new CopyOnWriteArrayList<>();
    final FakeApi api = new FakeApi();
    private final RealtimeEndpoint endpoint;
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpListener listener;

    RealtimeServer(RealtimeLimits limits) {
        endpoint = new RealtimeEndpoint(
                id -> Optional.of(api).filter(found -> id.equals("api")).map(found -> found), limits, console::add);
        Gateway gateway = new Gateway(new AccessKeys(Account.DEFAULT), new Faults(), new Journal(), console::add);
        gateway.addSockets("/appsync", endpoint);
        try {
            listener = HttpListener.start(0, 1000, gateway, gateway);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client whose handshake has gone well. */
    RealtimeClient client() {
        return RealtimeClient.reading(this::withKey);
    }

    DeafClient deafClient() throws IOException {
        return DeafClient.open(listener.port(), "/appsync/api/graphql/realtime", "graphql-ws, header-" + url64(KEY));
    }

    private java.util.concurrent.CompletableFuture<WebSocket> withKey(WebSocket.Listener listening) {
        return handshake("api", "", with -> with.subprotocols("graphql-ws", "header-" + url64(KEY)), listening);
    }

    RealtimeClient client(String query, UnaryOperator<WebSocket.Builder> with) {
        return RealtimeClient.reading(listening -> handshake("api", query, with, listening));
    }

    java.util.concurrent.CompletableFuture<WebSocket> handshake(
            String apiId, String query, UnaryOperator<WebSocket.Builder> with, WebSocket.Listener listening) {
        String url = listener.url().replace("http:", "ws:") + "/appsync/" + apiId + "/graphql/realtime" + query;
        return with.apply(client.newWebSocketBuilder()).buildAsync(URI.create(url), listening);
    }

    static String url64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.shutdownNow();
        listener.close();
        endpoint.close();
    }
}
