package dev.ringback.calling.media;

/** What the provider made for a call. */
public record Media(String sessionId, Participant caller, Participant callee) {
    public Media withoutTokens() {
        return new Media(sessionId, new Participant(caller.id(), ""), new Participant(callee.id(), ""));
    }

    /** @param token the bearer credential with which a device joins, empty once the call is over; never logged */
    public record Participant(String id, String token) {
        @Override
        public String toString() {
            return "Participant[id=" + id + "]";
        }
    }
}
