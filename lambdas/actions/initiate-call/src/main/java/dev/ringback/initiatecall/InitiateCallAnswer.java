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
        return new InitiateCallAnswer(
                media.caller().token(), call.id(), call.ringUntil().toString(), Optional.empty());
    }

    static InitiateCallAnswer merged(Call answered) {
        return new InitiateCallAnswer(
                answered.media().orElseThrow().callee().token(),
                answered.id(),
                answered.ringUntil().toString(),
                Optional.of(true));
    }

    @Override
    public String toString() {
        return "InitiateCallAnswer[callId=" + callId + "]";
    }
}
