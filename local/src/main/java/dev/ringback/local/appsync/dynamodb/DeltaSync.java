package dev.ringback.local.appsync.dynamodb;

import java.time.Duration;

/**
 * What makes a data source a versioned one.
 *
 * @param table the delta table's name
 * @param baseTtl how long the base table keeps what was deleted
 * @param deltaTtl how long the delta table keeps a change
 */
public record DeltaSync(String table, Duration baseTtl, Duration deltaTtl) {}
