package dev.ringback.calling.media.bandwidth;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The pool of connections to Bandwidth. After a pause it is replaced: a function is frozen between invocations and restored
 * from snapshots, and only the wall clock shows it; the sockets it wakes up with look open and are dead.
 */
final class Connections {
    private final Limits limits;
    private final InstantSource clock;
    private HttpClient client;
    private Instant lastUse = Instant.MIN;

    Connections(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    synchronized HttpClient current() {
        Instant now = clock.instant();
        if (client != null && Duration.between(lastUse, now).compareTo(limits.idle()) > 0) {
            forget();
        }
        if (client == null) {
            client = HttpClient.newBuilder()
                    // One connection a request, so that a broken one costs one request and not the wave.
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(limits.connect())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        lastUse = now;
        return client;
    }

    synchronized void forget() {
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }
}
