package dev.ringback.callapi;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import java.util.Optional;

/**
 * The body of a refusal. {@code error} and {@code message} are the fields that apps of the first version read.
 *
 * @param state of the call, when that is why
 */
record ErrorAnswer(String error, String message, Optional<String> state, String requestId) {
    static ErrorAnswer of(Result.Refused<?> refused, String requestId) {
        ErrorCode code = refused.code();
        return new ErrorAnswer(code.name(), refused.message(), code.callState(), requestId);
    }
}
