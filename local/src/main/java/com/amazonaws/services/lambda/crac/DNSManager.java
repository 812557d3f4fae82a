package com.amazonaws.services.lambda.crac;

/** Stands where the runtime interface client has a native class for Linux only; a laptop's JVM is not restored. */
final class DNSManager {
    private DNSManager() {}

    static void clearCache() {
        // Nothing was frozen, so nothing is stale.
    }
}
