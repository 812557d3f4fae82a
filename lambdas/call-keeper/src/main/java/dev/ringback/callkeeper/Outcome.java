package dev.ringback.callkeeper;

/** What became of one call that was looked at. */
enum Outcome {
    ENDED("ended"),
    /** Nothing is left of it. */
    RELEASED("released"),
    /** The media provider did not delete all of it; the sweeper tries again. */
    LEFT_BEHIND("leftBehind"),
    /** It was tried for so long that the provider has deleted it by itself. */
    ABANDONED("abandoned"),
    /** There was nothing to do. */
    UNCHANGED("unchanged"),
    /** It still rings. */
    TOO_EARLY("tooEarly"),
    FAILED("failed"),
    /** The function had to stop before it. */
    OUT_OF_TIME("outOfTime");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /** For log lines. */
    String label() {
        return label;
    }

    /** True if it is to be delivered again. */
    boolean isOpen() {
        return this == TOO_EARLY || this == FAILED || this == OUT_OF_TIME;
    }
}
