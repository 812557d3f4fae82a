package dev.ringback.initiatecall;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.media.Media;
import java.util.Optional;

/**
 * @param token with which the caller's device joins the media session
 * @param ringUntil ISO 8601; when the callee's phone stops ringing
 * @param merged true when the callee was calling already: that call was answered, and no other made
 */
record InitiateCallAnswer(String token, String callId, String ringUntil, Optional<Boolean> merged) {
    static InitiateCallAnswer toCaller(Call call, Media media) {
        return of(call, media.caller().token(), false);
    }

    static InitiateCallAnswer merged(Call answered) {
        return of(answered, answered.media().orElseThrow().callee().token(), true);
    }

    static InitiateCallAnswer of(Call call, String token, boolean merged) {
        return new InitiateCallAnswer(
                token,
                call.id(),
                call.ringUntil().toString(),
                Optional.of(merged).filter(Boolean::booleanValue));
    }

    @Override
    public String toString() {
        return "InitiateCallAnswer[callId=" + callId + "]";
    }
}
