package dev.ringback.local.appsync.execution;

import dev.ringback.appsyncjs.Code;
import dev.ringback.local.appsync.DataSource;
import dev.ringback.local.appsync.SyncConfig;

/** A data source and the code around it: a unit resolver, or a function of a pipeline. */
public record Step(Code code, DataSource dataSource, SyncConfig sync) {}
