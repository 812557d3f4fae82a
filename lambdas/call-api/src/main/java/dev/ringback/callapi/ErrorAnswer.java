package dev.ringback.callapi;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;

/** The body of a refusal. {@code error} and {@code message} are the fields that apps of the first version read. */
record ErrorAnswer(String error, String message, String requestId) {
    static ErrorAnswer of(Result.Refused<?> refused, String requestId) {
        ErrorCode code = refused.code();
        return new ErrorAnswer(code.name(), refused.message(), requestId);
    }
}
