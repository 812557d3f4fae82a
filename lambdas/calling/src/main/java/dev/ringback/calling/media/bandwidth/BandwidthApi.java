package dev.ringback.calling.media.bandwidth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.calling.media.Media;
import dev.ringback.calling.media.MediaProvider.Refusal;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The requests of Bandwidth's WebRTC API that a call needs. */
final class BandwidthApi {
    /** Ids come back in URLs, so they are taken only if they can be put there. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Access access;
    private final Wire wire;

    BandwidthApi(Access access, Wire wire) {
        this.access = access;
        this.wire = wire;
    }

    /** @param tag goes into billing reports: at most 50 characters, nothing personal */
    String createSession(String tag, Made made, Deadline deadline) throws BandwidthFailure {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("tag", tag);
        Attempt.Answered answer = create("createSession", "/sessions", body, Made.Kind.SESSION, made, deadline);
        return made.add(Made.Kind.SESSION, answer).orElseThrow(() -> unreadable("createSession"));
    }

    Media.Participant createParticipant(String tag, Made made, Deadline deadline) throws BandwidthFailure {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("publishPermissions").add("AUDIO");
        body.put("deviceApiVersion", "V3").put("tag", tag);
        Attempt.Answered answer =
                create("createParticipant", "/participants", body, Made.Kind.PARTICIPANT, made, deadline);
        String id = made.add(Made.Kind.PARTICIPANT, answer).orElseThrow(() -> unreadable("createParticipant"));
        JsonNode token = answer.json().path("token");
        if (token.asText("").isBlank()) {
            throw unreadable("createParticipant");
        }
        return new Media.Participant(id, token.asText());
    }

    /** Lets the participant hear everybody in the session, those who come later too. */
    void addParticipant(String session, Media.Participant participant, Deadline deadline) throws BandwidthFailure {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("sessionId", session);
        String path = "/sessions/" + session + "/participants/" + participant.id();
        checked("addParticipant", exchange("addParticipant", "PUT", path, body, deadline));
    }

    /** What is gone already counts as deleted. */
    void delete(Made.Kind kind, String id, Deadline deadline) throws BandwidthFailure {
        if (!ID.matcher(id).matches()) {
            throw unreadable(kind.deletion());
        }
        Attempt.Answered answer = exchange(kind.deletion(), "DELETE", kind.path() + id, null, deadline);
        if (answer.status() != 404) {
            checked(kind.deletion(), answer);
        }
    }

    /** Asks for a session that need not exist. */
    void look(String session, Deadline deadline) throws BandwidthFailure {
        exchange("getSession", "GET", "/sessions/" + session, null, deadline);
    }

    /** The same, where the refusal matters. */
    void tryOut(String session, Deadline deadline) throws BandwidthFailure {
        Attempt.Answered answer = exchange("getSession", "GET", "/sessions/" + session, null, deadline);
        if (answer.status() != 404) {
            checked("getSession", answer);
        }
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private Attempt.Answered create(
            String operation, String path, ObjectNode body, Made.Kind kind, Made made, Deadline deadline)
            throws BandwidthFailure {
        Consumer<CompletableFuture<HttpResponse<byte[]>>> late = answer -> made.expect(kind, answer);
        return checked(
                operation,
                authorized(
                        grant -> new Request(
                                operation, http(grant, "POST", path, body), Repeat.ONLY_IF_UNPROCESSED, late),
                        deadline));
    }

    private Attempt.Answered exchange(String operation, String method, String path, ObjectNode body, Deadline deadline)
            throws BandwidthFailure {
        return authorized(grant -> Request.of(operation, http(grant, method, path, body), Repeat.HARMLESS), deadline);
    }

    private Attempt.Answered authorized(Prepared prepared, Deadline deadline) throws BandwidthFailure {
        Grant grant = access.current(deadline);
        Attempt.Answered answer = wire.send(prepared.with(grant), deadline);
        return answer.status() == 401 ? wire.send(prepared.with(access.instead(grant, deadline)), deadline) : answer;
    }

    private static HttpRequest http(Grant grant, String method, String path, ObjectNode body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(grant.account() + path))
                .header("Authorization", grant.authorization())
                .header("Accept", "application/json");
        return body == null
                ? request.method(method, HttpRequest.BodyPublishers.noBody()).build()
                : request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
    }

    private static Attempt.Answered checked(String operation, Attempt.Answered answer) throws BandwidthFailure {
        if (answer.succeeded()) {
            return answer;
        }
        throw new BandwidthFailure(kind(answer.status()), operation + ": " + answer.status());
    }

    private static Refusal.Kind kind(int status) {
        return switch (status) {
            case 429 -> Refusal.Kind.UNAVAILABLE;
            // Still so with fresh credentials: they, or the account, are not fit for WebRTC.
            case 401, 403 -> Refusal.Kind.NOT_CONFIGURED;
            default -> Refusal.Kind.FAILED;
        };
    }

    private static BandwidthFailure unreadable(String operation) {
        return new BandwidthFailure(Refusal.Kind.FAILED, operation + ": the answer lacks what was asked for");
    }

    private interface Prepared {
        Request with(Grant grant);
    }
}
