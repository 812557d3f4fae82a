package dev.ringback.calling.media;

import java.util.Optional;

/** Whoever carries the audio: Bandwidth WebRTC sessions now. */
public interface MediaProvider {
    /**
     * Makes a session and its two parties. On failure whatever had been made is deleted again before it returns. Answers
     * within about 6 seconds in the worst case, undo included.
     */
    Created create(String callId);

    /** Puts both parties into the session. On failure, which it answers with, the media is left for {@link #release}. */
    Optional<Refusal> join(Media media);

    /** Deletes session and participants, in parallel; what is gone already counts as deleted. False if something may be left. */
    boolean release(Media media);

    sealed interface Created {
        record Ready(Media media) implements Created {}

        record Refused(Refusal refusal) implements Created {}
    }

    /** @param reason operation and status, for operators */
    record Refusal(Kind kind, String reason) {
        /** What kind of refusal, in order of what to tell when several requests fail. */
        public enum Kind {
            /** There are no usable credentials yet. */
            NOT_CONFIGURED,
            /** The provider refused, or broke. */
            FAILED,
            /** The provider is overloaded or silent. */
            UNAVAILABLE
        }
    }
}
