package dev.ringback.callevents.phones;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The pool of connections to AppSync. After a pause it is replaced: the sockets of a function that was frozen, or restored from
 * a snapshot, look open and are dead, which only the wall clock shows.
 */
public final class Connections {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final InstantSource clock;
    private HttpClient client;
    private Instant lastUse = Instant.MIN;

    public Connections(InstantSource clock) {
        this.clock = clock;
    }

    synchronized HttpClient current() {
        Instant now = clock.instant();
        if (client != null && Duration.between(lastUse, now).compareTo(IDLE) > 0) {
            forget();
        }
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
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
