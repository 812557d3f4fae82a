package dev.ringback.local.httpapi;

import java.time.Duration;

/** The function behind a route, and how long the API waits for it. */
record Integration(String functionArn, Duration timeout) {}
