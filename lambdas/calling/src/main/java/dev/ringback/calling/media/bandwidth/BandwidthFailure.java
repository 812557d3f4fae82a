package dev.ringback.calling.media.bandwidth;

/** A request that did not end as it should; the message names operation and status, nothing that was sent or received. */
final class BandwidthFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** In order of what to tell when several requests of a wave fail. */
    enum Kind {
        NOT_CONFIGURED,
        REFUSED,
        UNAVAILABLE
    }

    private final Kind kind;

    BandwidthFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }
}
