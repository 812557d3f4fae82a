package dev.ringback.pushnotifier.pinpoint;

import dev.ringback.pushnotifier.push.JoinToken;
import dev.ringback.pushnotifier.push.Notice;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.StopReason;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pushes of every kind, of one call. */
final class Samples {
    static final String CALL = "0d7f3a52-6f0e-4c0b-9d63-1f5a2b3c4d5e";
    static final String CALLER = "2b9a4c1d-7e8f-4a5b-8c6d-9e0f1a2b3c4d";
    static final Instant SENT = Instant.ofEpochMilli(1_795_372_800_000L);
    static final Notice NOTICE = named(Optional.of("Ada Lovelace"));
    static final Push INCOMING = new Push.IncomingCall(NOTICE, Optional.empty());
    static final Push MISSED = new Push.MissedCall(NOTICE);

    private Samples() {}

    static Notice named(Optional<String> name) {
        return new Notice(CALL, CALLER, name, SENT, SENT.plusSeconds(30));
    }

    static Push stopped(StopReason reason) {
        return new Push.CallCancelled(NOTICE, reason);
    }

    static Push incomingWithTokenFor(String clientId, String token) {
        return new Push.IncomingCall(NOTICE, Optional.of(new JoinToken(clientId, token)));
    }

    static List<Push> ofEveryKind() {
        return Stream.concat(
                        Stream.of(INCOMING, MISSED, INCOMING.with(named(Optional.empty()))),
                        Arrays.stream(StopReason.values()).map(Samples::stopped))
                .toList();
    }
}
