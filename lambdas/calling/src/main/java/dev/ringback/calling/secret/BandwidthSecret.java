package dev.ringback.calling.secret;

/** Where the operator keeps the Bandwidth credentials. */
public interface BandwidthSecret {
    /** From memory while that is fresh, else from the secret store. */
    Reading read();

    /** Empties the memory: the next read asks the store. */
    void forget();

    /** What a read found. */
    sealed interface Reading {
        record Usable(BandwidthCredentials credentials) implements Reading {}

        /** Empty, malformed, or not ours to read: the operator's to mend. */
        record Unusable(String reason) implements Reading {}

        /** The store did not answer. */
        record Unreachable(String reason) implements Reading {}
    }
}
