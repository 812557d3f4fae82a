package dev.ringback.callevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server of this machine that keeps what it is sent, and answers as told first and as usual after that. */
public final class FakeService implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final Queue<Seen> seen = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> next = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Function<JsonNode, String> usual;
    private final HttpServer server;

    /** One request as it came. */
    public record Seen(Map<String, List<String>> headers, String text, JsonNode body) {
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    /** How a request is answered. */
    public interface Reply {
        void to(HttpExchange exchange) throws Exception;
    }

    /** @param usual the body of an answer to this request */
    private FakeService(Function<JsonNode, String> usual) {
        this.usual = usual;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public static FakeService appSync() {
        return new FakeService(request -> "{\"data\":{\"publishCallEvent\":" + request.at("/variables/event") + "}}");
    }

    public static FakeService eventBridge() {
        return new FakeService(request -> "{\"FailedEntryCount\":0,\"Entries\":["
                + String.join(
                        ",",
                        request.path("Entries")
                                .valueStream()
                                .map(_ -> "{\"EventId\":\"e\"}")
                                .toList())
                + "]}");
    }

    /** The next requests are answered so, one each. */
    public void answer(Reply... replies) {
        next.addAll(List.of(replies));
    }

    public static Reply reply(int status, String body) {
        return exchange -> write(exchange, status, body);
    }

    /** Closes the connection without an answer. */
    public static Reply drop() {
        return HttpExchange::close;
    }

    /** Keeps the connection open and never answers. */
    public Reply hang() {
        return exchange -> {
            closed.await();
            exchange.close();
        };
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode body = json.readTree(text);
        seen.add(new Seen(Map.copyOf(exchange.getRequestHeaders()), text, body));
        Reply reply = next.poll();
        try {
            (reply == null ? reply(200, usual.apply(body)) : reply).to(exchange);
        } catch (IOException e) {
            exchange.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
