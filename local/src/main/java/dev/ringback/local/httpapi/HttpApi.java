package dev.ringback.local.httpapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.aws.Account;
import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** An HTTP API of API Gateway: its routes, who may use them, and the functions behind them. */
final class HttpApi implements Endpoint {
    private static final int LONGEST_BODY = 10 * 1024 * 1024;

    private final String id;
    private final Account account;
    private final Optional<Cors> cors;
    private final FunctionCaller functions;
    private final Clock clock;
    private final List<Route> routes = new ArrayList<>();
    private boolean deployed;

    private record Chosen(Route route, Map<String, String> parameters) {}

    HttpApi(String id, Account account, Optional<Cors> cors, FunctionCaller functions, Clock clock) {
        this.id = id;
        this.account = account;
        this.cors = cors;
        this.functions = functions;
        this.clock = clock;
    }

    String id() {
        return id;
    }

    synchronized void add(Route route) {
        routes.add(route);
        routes.sort(Comparator.comparingInt(one -> one.key().generality()));
    }

    /** Without a stage an API answers nothing. */
    synchronized void deploy() {
        deployed = true;
    }

    @Override
    public HttpAnswer answer(HttpRequest request) throws InterruptedException {
        String requestId = UUID.randomUUID().toString();
        HttpAnswer answer = cors.isPresent() && Cors.isPreflight(request)
                ? new HttpAnswer(204, cors.get().preflight(request), new byte[0])
                : withCors(request, routed(request, requestId));
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put("apigw-requestid", requestId);
        return new HttpAnswer(answer.status(), headers, answer.body());
    }

    // Once an API has a CORS configuration, it replaces what the function says of it.
    private HttpAnswer withCors(HttpRequest request, HttpAnswer answer) {
        if (cors.isEmpty()) {
            return answer;
        }
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.keySet().removeIf(name -> name.startsWith("access-control-"));
        headers.putAll(cors.get().response(request));
        return new HttpAnswer(answer.status(), headers, answer.body());
    }

    private HttpAnswer routed(HttpRequest request, String requestId) throws InterruptedException {
        Optional<Chosen> chosen = choose(request);
        if (chosen.isEmpty()) {
            return message(404, "Not Found");
        }
        Route route = chosen.get().route();
        if (route.authorizer().isEmpty()) {
            return integrate(request, chosen.get(), Optional.empty(), requestId);
        }
        return switch (route.authorizer().get().authorize(request.header("authorization"), route.scopes())) {
            case Authorization.Granted granted -> integrate(request, chosen.get(), Optional.of(granted), requestId);
            case Authorization.Unauthorized(String reason) -> unauthorized(reason);
            case Authorization.Forbidden() -> message(403, "Forbidden");
        };
    }

    private synchronized Optional<Chosen> choose(HttpRequest request) {
        if (!deployed) {
            return Optional.empty();
        }
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.key().match(request.method(), request.path());
            if (parameters.isPresent()) {
                return Optional.of(new Chosen(route, parameters.get()));
            }
        }
        return Optional.empty();
    }

    private HttpAnswer integrate(
            HttpRequest request, Chosen chosen, Optional<Authorization.Granted> granted, String requestId)
            throws InterruptedException {
        if (request.body().length > LONGEST_BODY) {
            return message(413, "Request Entity Too Large");
        }
        RouteKey key = chosen.route().key();
        byte[] event = new RequestEvent(account, id)
                .of(request, key, chosen.parameters(), granted, requestId, clock.instant());
        return switch (functions.call(chosen.route().integration(), sourceArn(key), event)) {
            case FunctionCaller.Reply.Answered(HttpAnswer answer) -> answer;
            case FunctionCaller.Reply.Failed() -> message(500, "Internal Server Error");
            case FunctionCaller.Reply.Late() -> message(503, "Service Unavailable");
        };
    }

    // api/stage/METHOD/path, as the permissions on functions have it.
    private String sourceArn(RouteKey key) {
        String route = key.text().replaceFirst("^ANY ", "*").replace(" ", "");
        return account.arn("execute-api", id + "/" + RouteKey.DEFAULT + "/" + route);
    }

    private static HttpAnswer unauthorized(String reason) {
        HttpAnswer answer = message(401, "Unauthorized");
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.put(
                "www-authenticate",
                reason.isEmpty()
                        ? "Bearer"
                        : "Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + reason + "\"");
        return new HttpAnswer(answer.status(), headers, answer.body());
    }

    private static HttpAnswer message(int status, String text) {
        return HttpAnswer.json(status, JsonNodeFactory.instance.objectNode().put("message", text));
    }
}
