package dev.ringback.local.bandwidth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The account's live sessions and participants. */
final class Sessions {
    private static final int CAPACITY = 20;
    private static final Duration LIFE = Duration.ofHours(9);

    private final Clock clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Participant> participants = new LinkedHashMap<>();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    synchronized ObjectNode create(Optional<String> tag) {
        Session session = new Session(UUID.randomUUID().toString(), tag, clock.instant());
        sessions.put(session.id(), session);
        return session.json();
    }

    synchronized ObjectNode get(String sessionId) {
        return session(sessionId).json();
    }

    synchronized void delete(String sessionId) {
        remove(session(sessionId));
    }

    synchronized ObjectNode create(Participant participant) {
        participants.put(participant.id(), participant);
        return json(participant);
    }

    synchronized ObjectNode participantJson(String participantId) {
        return json(participant(participantId));
    }

    synchronized void deleteParticipant(String participantId) {
        participants.remove(participant(participantId).id());
    }

    synchronized List<ObjectNode> membersJson(String sessionId) {
        return members(session(sessionId).id()).stream().map(this::json).toList();
    }

    /** Adding once more is harmless: a PUT whose answer was lost is repeated. */
    synchronized void join(String sessionId, String participantId, Subscriptions wanted) {
        Session session = session(sessionId);
        Participant participant = participant(participantId);
        if (participant.sessionId().isPresent() && !participant.isIn(sessionId)) {
            throw new ApiError(409, "Participant " + participantId + " is already in another session");
        }
        if (!participant.isIn(sessionId) && members(session.id()).size() == CAPACITY) {
            throw new ApiError(409, "Session " + sessionId + " already has " + CAPACITY + " participants");
        }
        check(wanted, sessionId);
        participants.put(participantId, participant.in(sessionId, wanted));
    }

    synchronized void leave(String sessionId, String participantId) {
        participants.put(participantId, member(sessionId, participantId).outside());
    }

    synchronized Subscriptions subscriptions(String sessionId, String participantId) {
        return heard(member(sessionId, participantId));
    }

    synchronized void subscribe(String sessionId, String participantId, Subscriptions wanted) {
        Participant participant = member(sessionId, participantId);
        check(wanted, sessionId);
        participants.put(participantId, participant.in(sessionId, wanted));
    }

    synchronized ObjectNode state() {
        expire();
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        ArrayNode sessionNodes = state.putArray("sessions");
        for (Session session : sessions.values()) {
            ObjectNode node = session.json();
            ArrayNode ids = node.putArray("participants");
            members(session.id()).forEach(member -> ids.add(member.id()));
            sessionNodes.add(node);
        }
        ArrayNode participantNodes = state.putArray("participants");
        for (Participant participant : participants.values()) {
            ObjectNode node = json(participant);
            participant.sessionId().ifPresent(id -> node.put("sessionId", id));
            participantNodes.add(node);
        }
        return state;
    }

    private void check(Subscriptions wanted, String sessionId) {
        if (wanted.sessionId().filter(id -> !id.equals(sessionId)).isPresent()) {
            throw new ApiError(400, "sessionId is not the session of this request");
        }
        wanted.participants().forEach(to -> member(sessionId, to.participantId()));
    }

    private ObjectNode json(Participant participant) {
        return participant.json(heard(participant));
    }

    private Subscriptions heard(Participant participant) {
        return participant.sessionId().isEmpty()
                ? Subscriptions.NONE
                : participant
                        .subscriptions()
                        .amongst(other -> Optional.ofNullable(participants.get(other))
                                .filter(found ->
                                        found.isIn(participant.sessionId().get()))
                                .isPresent());
    }

    private Session session(String id) {
        expire();
        return Optional.ofNullable(sessions.get(id)).orElseThrow(() -> ApiError.notFound("Session", id));
    }

    private Participant participant(String id) {
        return Optional.ofNullable(participants.get(id)).orElseThrow(() -> ApiError.notFound("Participant", id));
    }

    private Participant member(String sessionId, String participantId) {
        String session = session(sessionId).id();
        return Optional.of(participant(participantId))
                .filter(participant -> participant.isIn(session))
                .orElseThrow(() -> ApiError.notFound("Participant", participantId));
    }

    private List<Participant> members(String sessionId) {
        return participants.values().stream()
                .filter(participant -> participant.isIn(sessionId))
                .toList();
    }

    private void expire() {
        Instant oldest = clock.instant().minus(LIFE);
        sessions.values().stream()
                .filter(session -> session.createdAt().isBefore(oldest))
                .toList()
                .forEach(this::remove);
    }

    private void remove(Session session) {
        sessions.remove(session.id());
        members(session.id()).forEach(member -> participants.put(member.id(), member.outside()));
    }
}
