package dev.ringback.local.appsync;

/** How a resolver or function on a versioned data source finds and resolves conflicts. */
public enum SyncConfig {
    NONE,
    OPTIMISTIC_CONCURRENCY,
    AUTOMERGE
}
