package dev.ringback.calling.call;

/** How many calls a user may try to make within one minute. */
public record CallLimits(int perUserPerMinute) {}
