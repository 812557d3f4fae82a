package dev.ringback.actionkit;

import java.util.Optional;

/** Every error the API can answer with. The name is the {@code error} field of the answer, so renaming one breaks clients. */
public enum ErrorCode {
    BAD_REQUEST(400),
    UNKNOWN_ACTION(400),
    UNAUTHORIZED(401),
    /** Unknown, or not the caller's: the two are not told apart, so nobody can probe for ids. */
    DEVICE_NOT_FOUND(404),
    /** Unknown, or not a call of this device and this caller: the two are not told apart either. */
    CALL_NOT_FOUND(404),
    /** Unknown, or gone. */
    USER_NOT_FOUND(404),
    BUSY(409),
    /** The caller has blocked as many users as he may. */
    TOO_MANY_BLOCKED(409),
    /** What was asked for cannot be done to a call in this state; so with the following. */
    CALL_RINGING(409, "RINGING"),
    CALL_ANSWERED(409, "ANSWERED"),
    CALL_ENDED(409, "ENDED"),
    CALL_DECLINED(409, "DECLINED"),
    CALL_CANCELLED(409, "CANCELLED"),
    CALL_MISSED(409, "MISSED"),
    CALL_UNREACHABLE(409, "UNREACHABLE"),
    CALL_FAILED(409, "FAILED"),
    /** The caller has tried to make more calls within a minute than he may. */
    TOO_MANY_CALLS(429),
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
    private final String callState;

    ErrorCode(int status) {
        this(status, null);
    }

    ErrorCode(int status, String callState) {
        this.status = status;
        this.callState = callState;
    }

    /** The refusal of what a call's state forbids. */
    public static ErrorCode ofCallState(Enum<?> state) {
        return valueOf("CALL_" + state.name());
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    /** The state of the call that forbids it, for codes that tell one. */
    public Optional<String> callState() {
        return Optional.ofNullable(callState);
    }
}
