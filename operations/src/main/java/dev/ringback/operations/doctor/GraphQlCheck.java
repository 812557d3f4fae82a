package dev.ringback.operations.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether the GraphQL endpoint answers a user, and nobody else. */
public final class GraphQlCheck implements Check {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final String QUERY = "{\"query\":\"{ __typename }\"}";

    private final HttpClient http;
    private final URI url;
    private final Optional<String> accessToken;

    public GraphQlCheck(HttpClient http, URI url, Optional<String> accessToken) {
        this.http = http;
        this.url = url;
        this.accessToken = accessToken;
    }

    @Override
    public String subject() {
        return "GraphQL";
    }

    @Override
    public List<Line> look() {
        return List.of(new Line(subject(), ask()));
    }

    private Finding ask() {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(LONGEST_WAIT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(QUERY));
        accessToken.ifPresent(token -> request.header("Authorization", token));
        try {
            return finding(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Finding.Unknown("no answer from " + url.getHost());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding.Unknown("interrupted");
        }
    }

    private Finding finding(HttpResponse<String> answer) {
        boolean refused = answer.statusCode() == 401;
        if (accessToken.isEmpty()) {
            return refused
                    ? new Finding.Ok("answers, and refuses who has no token")
                    : new Finding.Wrong("answers " + answer.statusCode() + " to who has no token: deploy again");
        }
        // The status is 200 where the token is good but a field is not for its user.
        if (refused || answer.body().contains("\"Unauthorized")) {
            return new Finding.Wrong("refuses the token: take a fresh access token of a user of this environment");
        }
        return answer.statusCode() == 200 && answer.body().contains("\"__typename\"")
                ? new Finding.Ok("answers the user")
                : new Finding.Wrong("answers the user " + answer.statusCode() + ": deploy again");
    }
}
