package dev.ringback.calling.media.bandwidth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ringback.calling.secret.BandwidthCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** A server with Bandwidth's documented contract that can be told to misbehave. */
public final class FakeBandwidth implements AutoCloseable {
    static final String ACCOUNT = "9901234";
    static final String CLIENT_ID = "client-id";
    static final String CLIENT_SECRET = "client-secret";

    /** One request as it came. */
    public record Seen(String operation, String path, JsonNode body, String authorization) {}

    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private final Set<String> participants = ConcurrentHashMap.newKeySet();
    private final Map<String, String> sessionOfParticipant = new ConcurrentHashMap<>();
    private final Set<String> liveTokens = ConcurrentHashMap.newKeySet();
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    public FakeBandwidth() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** The next requests of the operation meet these faults, one each. */
    public void spoil(String operation, Fault... next) {
        faults.computeIfAbsent(operation, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    /** Keeps the connection open and never answers. */
    public Fault hang() {
        return exchange -> {
            closed.await();
            exchange.close();
            return false;
        };
    }

    void revokeTokens() {
        liveTokens.clear();
    }

    public BandwidthCredentials credentials() {
        return new BandwidthCredentials(
                ACCOUNT,
                new BandwidthCredentials.ClientCredentials(CLIENT_ID, CLIENT_SECRET),
                URI.create(url() + "/v1"),
                URI.create(url() + "/token"));
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Map<String, String> joined() {
        return Map.copyOf(sessionOfParticipant);
    }

    /** Ids of everything that is not deleted. */
    public Set<String> left() {
        Set<String> left = ConcurrentHashMap.newKeySet();
        left.addAll(sessions);
        left.addAll(participants);
        return left;
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    List<Seen> seen(String operation) {
        return seen.stream().filter(one -> one.operation().equals(operation)).toList();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String operation =
                operation(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
        byte[] body = exchange.getRequestBody().readAllBytes();
        JsonNode fields = operation.equals("getToken") ? json.missingNode() : json.readTree(body);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        seen.add(new Seen(operation, exchange.getRequestURI().getPath(), fields, authorization));
        try {
            Queue<Fault> spoiled = faults.getOrDefault(operation, new ConcurrentLinkedQueue<>());
            Fault fault = spoiled.poll();
            if (fault == null || fault.apply(exchange)) {
                answer(exchange, operation, authorization);
            }
        } catch (IOException e) {
            exchange.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String operation(String method, String path) {
        if (path.equals("/token")) {
            return "getToken";
        }
        if (method.equals("GET") && path.contains("/sessions/")) {
            return "getSession";
        }
        String below = path.replaceFirst("^/v1/accounts/" + ACCOUNT, "").replaceAll("/[A-Za-z]+-[^/]+", "/*");
        return switch (method + " " + below) {
            case "POST /sessions" -> "createSession";
            case "POST /participants" -> "createParticipant";
            case "PUT /sessions/*/participants/*" -> "addParticipant";
            case "DELETE /sessions/*" -> "deleteSession";
            case "DELETE /participants/*" -> "deleteParticipant";
            default -> method + " " + path;
        };
    }

    private void answer(HttpExchange exchange, String operation, String authorization) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (operation.equals("getToken")) {
            String token = "token-" + UUID.randomUUID();
            liveTokens.add("Bearer " + token);
            Fault.write(exchange, 200, "{\"access_token\":\"%s\",\"expires_in\":3600}".formatted(token));
            return;
        }
        if (!liveTokens.contains(authorization) && !authorization.startsWith("Basic ")) {
            Fault.write(exchange, 401, "{\"message\":\"Unauthorized\"}");
            return;
        }
        switch (operation) {
            case "createSession" -> {
                String id = "session-" + UUID.randomUUID();
                sessions.add(id);
                Fault.write(exchange, 200, "{\"id\":\"%s\"}".formatted(id));
            }
            case "createParticipant" -> {
                String id = "participant-" + UUID.randomUUID();
                participants.add(id);
                Fault.write(exchange, 200, "{\"participant\":{\"id\":\"%s\"},\"token\":\"jwt.%s\"}".formatted(id, id));
            }
            case "addParticipant" -> {
                sessionOfParticipant.put(last, path.split("/")[5]);
                Fault.write(exchange, 204, "");
            }
            case "deleteSession" -> Fault.write(exchange, sessions.remove(last) ? 204 : 404, "");
            case "deleteParticipant" -> Fault.write(exchange, participants.remove(last) ? 204 : 404, "");
            default -> Fault.write(exchange, 404, "{\"error\":\"not found\"}");
        }
    }
}
