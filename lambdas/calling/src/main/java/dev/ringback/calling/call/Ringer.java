package dev.ringback.calling.call;

/** Starts the ringing of a call's callee, without waiting for it. */
public interface Ringer {
    /** @throws RingerException if the ringing could not be started */
    void ring(String callId);

    /** The push function could not be invoked. */
    final class RingerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RingerException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
