package dev.ringback.actionkit;

/** Every error the API can answer with. The name is the {@code error} field of the answer, so renaming one breaks clients. */
public enum ErrorCode {
    BAD_REQUEST(400),
    UNKNOWN_ACTION(400),
    UNAUTHORIZED(401),
    /** Unknown, or not the caller's: the two are not told apart, so nobody can probe for ids. */
    DEVICE_NOT_FOUND(404),
    BUSY(409),
    /** Somebody hung up, or a device was deleted, while the call was being set up; what had been made was undone. */
    CALL_ENDED(409),
    INTERNAL(500),
    /** Bandwidth refused or broke; what had been made was undone. */
    BANDWIDTH_FAILED(502),
    /** Bandwidth is overloaded or did not answer in time; what had been made was undone. */
    BANDWIDTH_UNAVAILABLE(503),
    /** The operator has not filled the Bandwidth secret yet, or with something unusable. */
    BANDWIDTH_NOT_CONFIGURED(503),
    /** The push that rings the callee could not be started; the call was undone. */
    PUSH_UNAVAILABLE(503),
    /** The database is contended or throttled; nothing was changed. */
    TRY_AGAIN(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }
}
