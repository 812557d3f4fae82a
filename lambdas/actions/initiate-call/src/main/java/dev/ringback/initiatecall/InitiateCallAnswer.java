package dev.ringback.initiatecall;

import java.time.Instant;

/**
 * @param token with which the caller's device joins the media session
 * @param ringUntil ISO 8601; when the callee's phone stops ringing
 */
record InitiateCallAnswer(String token, String callId, String ringUntil) {
    InitiateCallAnswer(String token, String callId, Instant ringUntil) {
        this(token, callId, ringUntil.toString());
    }

    @Override
    public String toString() {
        return "InitiateCallAnswer[callId=" + callId + "]";
    }
}
