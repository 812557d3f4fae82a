package dev.ringback.answercall;

import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;

/** @param token with which the callee's device joins the media session */
record AnswerCallAnswer(String token, String callId, CallState state) {
    static AnswerCallAnswer of(Call call) {
        return new AnswerCallAnswer(call.media().orElseThrow().callee().token(), call.id(), call.state());
    }

    @Override
    public String toString() {
        return "AnswerCallAnswer[callId=" + callId + "]";
    }
}
