package dev.ringback.callevents.phones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.callevents.CallChange;
import dev.ringback.callevents.NotPublishedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The mutation of the GraphQL API that tells a user of a change. */
final class PublishCallEvent {
    // Subscribers get what is selected here and nothing else; without the owner nobody would be found to tell.
    private static final String MUTATION = "mutation PublishCallEvent($event: CallEventInput!) {"
            + " publishCallEvent(event: $event)"
            + " { owner callId state reason callerId calleeId answeredBy at ringUntil version } }";

    private final ObjectMapper json = new ObjectMapper();

    byte[] request(String owner, CallChange change) {
        ObjectNode request = json.createObjectNode().put("query", MUTATION);
        ObjectNode event = request.putObject("variables").putObject("event");
        event.put("owner", owner);
        event.put("callId", change.callId());
        event.put("state", change.state());
        change.reason().ifPresent(reason -> event.put("reason", reason));
        event.put("callerId", change.parties().callerId());
        event.put("calleeId", change.parties().calleeId());
        change.parties().answeredBy().ifPresent(device -> event.put("answeredBy", device));
        event.put("at", change.at().toString());
        event.put("ringUntil", change.times().ringUntil().toString());
        event.put("version", change.version());
        return request.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * GraphQL refuses with status 200 too.
     *
     * @throws NotPublishedException if it did
     */
    void check(byte[] body) {
        JsonNode answer;
        try {
            answer = json.readTree(body);
        } catch (IOException e) {
            throw new NotPublishedException("AppSync answered something that is not JSON", e);
        }
        if (!answer.path("errors").isEmpty() || !answer.has("data")) {
            String type = answer.at("/errors/0/errorType").asText("unknown");
            throw new NotPublishedException("AppSync refused the event: " + type);
        }
    }
}
