package dev.ringback.calling.call;

/** RINGING until somebody ends it; ENDED and FAILED are final. */
public enum CallState {
    RINGING,
    ENDED,
    FAILED;

    public boolean isFinal() {
        return this != RINGING;
    }
}
