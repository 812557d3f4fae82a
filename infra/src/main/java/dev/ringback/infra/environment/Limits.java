package dev.ringback.infra.environment;

/** Bounds that both functions share: below the least a JVM with the AWS SDK does not start well. */
final class Limits {
    static final int LEAST_MEMORY_MB = 256;
    static final int MOST_MEMORY_MB = 10_240;

    private Limits() {}
}
