package dev.ringback.local.testserver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import dev.ringback.local.iam.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves an endpoint, or one AWS service, over real HTTP on a free port. */
public final class TestServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public TestServer(Endpoint endpoint) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, endpoint));
        server.start();
    }

    public static TestServer of(AwsService service, Principal principal) {
        return new TestServer(request -> {
            String target = request.header("x-amz-target").orElse("");
            String operation = target.substring(target.lastIndexOf('.') + 1);
            try {
                return service.answer(new AwsCall(operation, request, principal));
            } catch (AwsFailure failure) {
                return rendered(failure);
            }
        });
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static HttpAnswer rendered(AwsFailure failure) {
        HttpAnswer body = HttpAnswer.json(
                failure.status(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("__type", failure.code())
                        .put("message", failure.getMessage()));
        return new HttpAnswer(failure.status(), Map.of("x-amzn-errortype", failure.code()), body.body());
    }

    private static void serve(HttpExchange exchange, Endpoint endpoint) throws IOException {
        HttpAnswer answer;
        try {
            answer = endpoint.answer(request(exchange));
        } catch (Exception e) {
            exchange.close();
            throw new IOException(e);
        }
        if (answer != HttpAnswer.DROP) {
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
        exchange.close();
    }

    private static HttpRequest request(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        return new HttpRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                headers,
                exchange.getRequestBody().readAllBytes(),
                "127.0.0.1",
                () -> false);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
