package dev.ringback.local.httpapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request as API Gateway hands it to a function, in payload format 2.0. */
final class RequestEvent {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Account account;
    private final String apiId;

    RequestEvent(Account account, String apiId) {
        this.account = account;
        this.apiId = apiId;
    }

    byte[] of(
            HttpRequest request,
            RouteKey route,
            Map<String, String> pathParameters,
            Optional<Authorization.Granted> granted,
            String requestId,
            Instant now) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("version", "2.0")
                .put("routeKey", route.text())
                .put("rawPath", request.path())
                .put("rawQueryString", request.query());
        request.header("cookie").ifPresent(cookies -> {
            var list = event.putArray("cookies");
            for (String cookie : cookies.split("; *")) {
                list.add(cookie);
            }
        });
        putAll(event.putObject("headers"), headers(request));
        putIfAny(event, "queryStringParameters", query(request.query()));
        putIfAny(event, "pathParameters", pathParameters);
        ObjectNode context = event.putObject("requestContext");
        fillContext(context, request, route, requestId, now);
        granted.ifPresent(caller -> fillAuthorizer(context.putObject("authorizer"), caller));
        putBody(event, request);
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void fillContext(ObjectNode context, HttpRequest request, RouteKey route, String requestId, Instant now) {
        context.put("accountId", account.id())
                .put("apiId", apiId)
                .put("domainName", apiId + ".execute-api." + account.region() + ".amazonaws.com")
                .put("domainPrefix", apiId)
                .put("requestId", requestId)
                .put("routeKey", route.text())
                .put("stage", RouteKey.DEFAULT)
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
        context.putObject("http")
                .put("method", request.method())
                .put("path", request.path())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", request.sourceIp())
                .put("userAgent", request.header("user-agent").orElse(""));
    }

    private static void fillAuthorizer(ObjectNode authorizer, Authorization.Granted granted) {
        ObjectNode jwt = authorizer.putObject("jwt");
        putAll(jwt.putObject("claims"), granted.claims());
        if (granted.scopes().isEmpty()) {
            jwt.putNull("scopes");
        } else {
            var scopes = jwt.putArray("scopes");
            granted.scopes().forEach(scopes::add);
        }
    }

    private static Map<String, String> headers(HttpRequest request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        headers.remove("cookie");
        headers.put("x-forwarded-for", request.sourceIp());
        return headers;
    }

    private static Map<String, String> query(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String parameter : query.split("&")) {
            if (!parameter.isEmpty()) {
                String[] parts = parameter.split("=", 2);
                String value = parts.length == 2 ? decoded(parts[1]) : "";
                parameters.merge(decoded(parts[0]), value, (one, other) -> one + "," + other);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void putBody(ObjectNode event, HttpRequest request) {
        boolean text = isText(request.header("content-type").orElse("application/json"));
        if (request.body().length > 0) {
            event.put("body", text ? request.text() : Base64.getEncoder().encodeToString(request.body()));
        }
        event.put("isBase64Encoded", !text && request.body().length > 0);
    }

    private static boolean isText(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/javascript")
                || type.startsWith("application/xml");
    }

    private static void putIfAny(ObjectNode event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            putAll(event.putObject(name), values);
        }
    }

    private static void putAll(ObjectNode node, Map<String, String> values) {
        values.forEach(node::put);
    }
}
