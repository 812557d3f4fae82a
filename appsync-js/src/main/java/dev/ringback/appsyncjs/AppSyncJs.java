package dev.ringback.appsyncjs;

/** The APPSYNC_JS runtime, version 1.0.0, on this machine. Safe for many threads. */
public final class AppSyncJs implements AutoCloseable {
    private AppSyncJs() {}

    public static AppSyncJs start() {
        return new AppSyncJs();
    }

    /**
     * Reads the code of a resolver or a pipeline function.
     *
     * @param name for messages, a file name
     * @throws InvalidCode when AppSync would not take it: too long, a syntax error, an unknown import, no handlers
     */
    public Code compile(String name, String source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
