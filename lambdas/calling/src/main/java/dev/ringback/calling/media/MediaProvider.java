package dev.ringback.calling.media;

/** Whoever carries the audio: Bandwidth WebRTC sessions now. */
public interface MediaProvider {
    /**
     * Makes a session with both parties in it. On failure whatever had been made is deleted again before it returns.
     * Answers within about 8 seconds in the worst case, undo included.
     */
    Opened open(String callId);

    /** Deletes session and participants, in parallel; what is gone already counts as deleted. False if something may be left. */
    boolean release(Media media);

    sealed interface Opened {
        record Ready(Media media) implements Opened {}

        /** The provider refused, or broke. */
        record Failed(String reason) implements Opened {}

        /** The provider is overloaded or silent. */
        record Unavailable(String reason) implements Opened {}

        /** There are no usable credentials yet. */
        record NotConfigured(String reason) implements Opened {}
    }
}
