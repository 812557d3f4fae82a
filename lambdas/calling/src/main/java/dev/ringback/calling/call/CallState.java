package dev.ringback.calling.call;

/** What a call is doing. Which state may follow which, and by whose act, is {@link Transition}. */
public enum CallState {
    RINGING,
    ANSWERED,
    /** One side hung up after the answer, or both were silent for a whole lease. */
    ENDED,
    /** The callee did not want it. */
    DECLINED,
    /** The caller hung up before the answer. */
    CANCELLED,
    /** Nobody answered in time. */
    MISSED,
    /** The push that rings the callee could not be delivered. */
    UNREACHABLE,
    /** It could not be set up. */
    FAILED;

    public boolean isFinal() {
        return this != RINGING && this != ANSWERED;
    }
}
