package dev.ringback.actionkit;

/** What a request record's constructor throws about a value it does not accept; answered as {@link ErrorCode#BAD_REQUEST}. */
public final class InvalidRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param sentence shown to the client as it is, so it must not repeat the value */
    public InvalidRequestException(String sentence) {
        super(sentence);
    }
}
