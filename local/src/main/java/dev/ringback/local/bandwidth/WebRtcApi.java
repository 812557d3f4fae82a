package dev.ringback.local.bandwidth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.util.List;

/** The eleven calls on sessions and participants. */
final class WebRtcApi {
    private final String accountId;
    private final Sessions sessions;
    private final ParticipantTokens tokens;

    WebRtcApi(String accountId, Sessions sessions, ParticipantTokens tokens) {
        this.accountId = accountId;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    /** @param path what follows the account in the request's path, {@code [sessions, <id>, participants]} */
    HttpAnswer answer(HttpRequest request, List<String> path) {
        String collection = path.isEmpty() ? "" : path.getFirst();
        return switch (collection) {
            case "sessions" -> session(request, path);
            case "participants" -> participant(request, path);
            default -> throw unknown();
        };
    }

    private HttpAnswer participant(HttpRequest request, List<String> path) {
        return switch (request.method() + " " + path.size()) {
            case "POST 1" -> createParticipant(request);
            case "GET 2" -> HttpAnswer.json(200, sessions.participantJson(path.get(1)));
            case "DELETE 2" -> done(() -> sessions.deleteParticipant(path.get(1)));
            default -> throw unknown();
        };
    }

    private HttpAnswer session(HttpRequest request, List<String> path) {
        if (path.size() > 2 && !path.get(2).equals("participants")) {
            throw unknown();
        }
        return switch (request.method() + " " + path.size()) {
            case "POST 1" -> HttpAnswer.json(200, sessions.create(Participant.tag(Fields.object(request.text()))));
            case "GET 2" -> HttpAnswer.json(200, sessions.get(path.get(1)));
            case "DELETE 2" -> done(() -> sessions.delete(path.get(1)));
            case "GET 3" -> members(path.get(1));
            case "PUT 4" -> done(() -> sessions.join(path.get(1), path.get(3), wanted(request)));
            case "DELETE 4" -> done(() -> sessions.leave(path.get(1), path.get(3)));
            case "GET 5", "PUT 5" -> subscriptions(request, path);
            default -> throw unknown();
        };
    }

    private HttpAnswer subscriptions(HttpRequest request, List<String> path) {
        if (!path.get(4).equals("subscriptions")) {
            throw unknown();
        }
        if (request.method().equals("PUT")) {
            return done(() -> sessions.subscribe(path.get(1), path.get(3), wanted(request)));
        }
        Subscriptions heard = sessions.subscriptions(path.get(1), path.get(3));
        return heard.isEmpty() ? HttpAnswer.empty(204) : HttpAnswer.json(200, heard.json());
    }

    private HttpAnswer createParticipant(HttpRequest request) {
        Participant participant = Participant.of(Fields.object(request.text()));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("participant", sessions.create(participant));
        return HttpAnswer.json(200, answer.put("token", tokens.tokenOf(accountId, participant.id())));
    }

    private HttpAnswer members(String sessionId) {
        List<ObjectNode> members = sessions.membersJson(sessionId);
        ArrayNode list = JsonNodeFactory.instance.arrayNode().addAll(members);
        return members.isEmpty() ? HttpAnswer.empty(204) : HttpAnswer.json(200, list);
    }

    private static Subscriptions wanted(HttpRequest request) {
        return Subscriptions.of(Fields.object(request.text()));
    }

    private static HttpAnswer done(Runnable change) {
        change.run();
        return HttpAnswer.empty(204);
    }

    // The API stands behind AWS API Gateway, which answers an unknown route so.
    private static ApiError unknown() {
        return new ApiError(403, "Missing Authentication Token");
    }
}
