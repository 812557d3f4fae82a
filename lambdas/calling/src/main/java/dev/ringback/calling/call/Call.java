package dev.ringback.calling.call;

import dev.ringback.calling.media.Media;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt of a device to reach another.
 *
 * @param media empty until Bandwidth has answered
 * @param ringUntil when the phone stops ringing: no push is sent after it
 * @param leaseUntil until when it keeps both devices busy if nobody ends it
 */
public record Call(
        String id,
        CallState state,
        String callerId,
        String calleeId,
        String callerOwner,
        Optional<Media> media,
        Instant startedAt,
        Instant ringUntil,
        Instant leaseUntil) {}
