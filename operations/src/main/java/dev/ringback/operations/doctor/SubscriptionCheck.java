package dev.ringback.operations.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Whether phones can subscribe to what becomes of their calls: tried with a user's token, else by being refused without. */
public final class SubscriptionCheck implements Check {
    private static final String QUERY =
            "subscription($owner: ID!) { onCallEvent(owner: $owner) { owner callId state } }";
    private static final String NO_TOKEN = "none";

    private final HttpClient http;
    private final URI url;
    private final String host;
    private final Optional<String> accessToken;

    /** @param host of the GraphQL endpoint, with its port if it has one */
    public SubscriptionCheck(HttpClient http, URI url, String host, Optional<String> accessToken) {
        this.http = http;
        this.url = url;
        this.host = host;
        this.accessToken = accessToken;
    }

    @Override
    public String subject() {
        return "subscriptions";
    }

    @Override
    public List<Line> look() {
        return List.of(new Line(subject(), connect()));
    }

    private Finding connect() {
        try (RealtimeConnection connection = new RealtimeConnection(http, url, host, accessToken.orElse(NO_TOKEN))) {
            Optional<JsonNode> greeting = connection.greet();
            return accessToken.isPresent() ? subscribed(connection, accessToken.get(), greeting) : refused(greeting);
        } catch (CompletionException e) {
            return noConnection(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding.Unknown("interrupted");
        }
    }

    private static Finding refused(Optional<JsonNode> greeting) {
        return type(greeting).equals("connection_error") && isUnauthorized(greeting)
                ? new Finding.Ok("connect, and refuse who has no token; --token tries a whole one")
                : new Finding.Wrong("do not refuse who has no token but say " + said(greeting) + ": deploy again");
    }

    private static Finding subscribed(RealtimeConnection connection, String token, Optional<JsonNode> greeting)
            throws InterruptedException {
        if (!type(greeting).equals("connection_ack")) {
            return refusedUser(greeting, "do not greet the user");
        }
        Optional<String> owner = subject(token);
        if (owner.isEmpty()) {
            return new Finding.Wrong("cannot be tried: the token is no access token");
        }
        Optional<JsonNode> answer = connection.subscribe(
                QUERY, JsonNodeFactory.instance.objectNode().put("owner", owner.get()));
        return type(answer).equals("start_ack")
                ? new Finding.Ok("the user hears of his calls")
                : refusedUser(answer, "refuse onCallEvent");
    }

    private static Finding refusedUser(Optional<JsonNode> answer, String otherwise) {
        return isUnauthorized(answer)
                ? staleToken(said(answer))
                : new Finding.Wrong(otherwise + " (" + said(answer) + "): deploy again");
    }

    private static Finding staleToken(String detail) {
        return new Finding.Wrong(
                "refuse the token (" + detail + "): take a fresh access token of a user of this environment");
    }

    private Finding noConnection(Throwable cause) {
        if (cause instanceof WebSocketHandshakeException refusal) {
            int status = refusal.getResponse().statusCode();
            if (status != 401) {
                return new Finding.Wrong("do not connect (" + status + "): deploy again");
            }
            return accessToken.isPresent()
                    ? staleToken("401")
                    : new Finding.Ok("refuse who has no token; --token tries a whole one");
        }
        return new Finding.Unknown("no connection to " + url.getHost());
    }

    private static String type(Optional<JsonNode> message) {
        return message.map(said -> said.path("type").asText()).orElse("");
    }

    private static String error(Optional<JsonNode> message) {
        return message.map(said -> said.at("/payload/errors/0/errorType").asText())
                .orElse("");
    }

    // AppSync says Unauthorized, UnauthorizedException, or the latter with its package before it.
    private static boolean isUnauthorized(Optional<JsonNode> message) {
        return error(message).contains("Unauthorized");
    }

    private static String said(Optional<JsonNode> message) {
        return message.isEmpty() ? "nothing" : (type(message) + " " + error(message)).strip();
    }

    /** Whose token it is; not verified, which is for the endpoint to do. */
    private static Optional<String> subject(String token) {
        String[] parts = token.split("\\.");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
            return Optional.ofNullable(claims.path("sub").textValue());
        } catch (IllegalArgumentException | IOException e) {
            return Optional.empty();
        }
    }
}
