package dev.ringback.operations.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** AWS with answers that a test has written; the last one of an operation is given again and again. */
public final class FakeAws implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<String> bodies = new ArrayList<>();

    private record Answer(int status, String body, String error) {}

    public FakeAws() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** @param operation its name, or for services without one {@code GET} and the path */
    public FakeAws on(String operation, int status, String body) {
        answers.computeIfAbsent(operation, _ -> new ArrayDeque<>()).add(new Answer(status, body, ""));
        return this;
    }

    /** A refusal of a service that speaks JSON. */
    public FakeAws refuse(String operation, int status, String error) {
        answers.computeIfAbsent(operation, _ -> new ArrayDeque<>())
                .add(new Answer(status, "{\"__type\":\"" + error + "\",\"message\":\"no\"}", error));
        return this;
    }

    /** A stack with one output and some resources, each as {@code logical id, type, physical id}. */
    public FakeAws stack(String output, String value, String[]... resources) {
        on("DescribeStacks", 200, Xml.stack(output, value));
        return on("ListStackResources", 200, Xml.resources(Optional.empty(), resources));
    }

    public Cloud cloud() {
        return new Cloud(new Access(
                "eu-central-1",
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")),
                Optional.of(endpoint())));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was sent so far. */
    public List<String> bodies() {
        return bodies;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(body);
        String operation = operation(exchange, body);
        Deque<Answer> left = answers.getOrDefault(
                operation, new ArrayDeque<>(List.of(new Answer(400, "no answer for " + operation, ""))));
        Answer answer = left.size() > 1 ? left.pop() : left.peek();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        if (!answer.error().isEmpty()) {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", answer.error());
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String operation(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        Matcher action = ACTION.matcher(body);
        if (target != null) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        return action.find()
                ? action.group(1)
                : exchange.getRequestMethod() + " "
                        + URLDecoder.decode(exchange.getRequestURI().getPath(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
