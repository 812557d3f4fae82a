package dev.ringback.pushnotifier.push;

import java.util.Locale;

/** Why a phone is to stop ringing. */
public enum StopReason {
    CALLER_HANGUP,
    ANSWERED_ELSEWHERE,
    DECLINED_ELSEWHERE;

    /** As apps read it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
