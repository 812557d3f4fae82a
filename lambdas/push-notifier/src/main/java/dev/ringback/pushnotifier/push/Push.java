package dev.ringback.pushnotifier.push;

import java.util.Optional;

/** What phones are told of a call. */
public sealed interface Push {
    Notice notice();

    Push with(Notice other);

    /** The kind, as apps read it. */
    String type();

    /** Ring. */
    record IncomingCall(Notice notice, Optional<JoinToken> join) implements Push {
        @Override
        public IncomingCall with(Notice other) {
            return new IncomingCall(other, join);
        }

        @Override
        public String type() {
            return "incoming_call";
        }
    }

    /** Stop ringing. */
    record CallCancelled(Notice notice, StopReason reason) implements Push {
        @Override
        public CallCancelled with(Notice other) {
            return new CallCancelled(other, reason);
        }

        @Override
        public String type() {
            return "call_cancelled";
        }
    }

    /** Nobody answered in time: stop ringing, and show who called. */
    record MissedCall(Notice notice) implements Push {
        @Override
        public MissedCall with(Notice other) {
            return new MissedCall(other);
        }

        @Override
        public String type() {
            return "missed_call";
        }
    }
}
