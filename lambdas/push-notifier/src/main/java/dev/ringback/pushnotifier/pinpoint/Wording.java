package dev.ringback.pushnotifier.pinpoint;

import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.StopReason;

/** What a phone shows of a push whose app does not show it otherwise. */
record Wording(String title, String body) {
    static Wording of(Push push) {
        String caller = push.notice().callerName().orElse("Someone");
        return switch (push) {
            case Push.IncomingCall _ -> new Wording("Incoming call", caller + " is calling you");
            case Push.MissedCall _ -> missed(caller);
            case Push.CallCancelled(var _, var reason) -> stopped(reason, caller);
        };
    }

    private static Wording stopped(StopReason reason, String caller) {
        return switch (reason) {
            case CALLER_HANGUP -> missed(caller);
            case ANSWERED_ELSEWHERE -> new Wording("Call answered", "Answered on another device");
            case DECLINED_ELSEWHERE -> new Wording("Call declined", "Declined on another device");
        };
    }

    private static Wording missed(String caller) {
        return new Wording("Missed call", caller + " called you");
    }
}
