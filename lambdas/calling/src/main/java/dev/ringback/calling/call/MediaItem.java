package dev.ringback.calling.call;

import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.media.Media;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The media of a call as it lies in the call's item. */
final class MediaItem {
    static final String SET = "#sessionId = :sessionId, #callerParticipantId = :callerParticipantId,"
            + " #calleeParticipantId = :calleeParticipantId";
    static final String SET_TOKENS = "#callerToken = :callerToken, #calleeToken = :calleeToken";

    private MediaItem() {}

    static Map<String, AttributeValue> values(Media media) {
        return Map.of(
                ":sessionId", text(media.sessionId()),
                ":callerParticipantId", text(media.caller().id()),
                ":calleeParticipantId", text(media.callee().id()));
    }

    static Map<String, AttributeValue> tokenValues(Media media) {
        return Map.of(
                ":callerToken", text(media.caller().token()),
                ":calleeToken", text(media.callee().token()));
    }

    static Optional<Media> read(Map<String, AttributeValue> item) {
        return Optional.ofNullable(item.get("sessionId"))
                .map(session -> new Media(
                        session.s(),
                        participant(item, "callerParticipantId", "callerToken"),
                        participant(item, "calleeParticipantId", "calleeToken")));
    }

    private static Media.Participant participant(Map<String, AttributeValue> item, String id, String token) {
        return new Media.Participant(
                item.get(id).s(), item.containsKey(token) ? item.get(token).s() : "");
    }
}
