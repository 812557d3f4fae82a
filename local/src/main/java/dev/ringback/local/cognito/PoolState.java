package dev.ringback.local.cognito;

import java.util.List;

/** What of a pool outlives a restart. @param keys a JWK set with its private parts */
record PoolState(String keys, List<User> users, List<Session> sessions) {}
