package dev.ringback.calling.media.bandwidth;

import dev.ringback.calling.media.MediaProvider.Refusal;

/** A request that did not end as it should; the message names operation and status, nothing that was sent or received. */
final class BandwidthFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Refusal.Kind kind;

    BandwidthFailure(Refusal.Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Refusal.Kind kind() {
        return kind;
    }
}
