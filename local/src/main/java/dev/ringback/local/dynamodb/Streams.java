package dev.ringback.local.dynamodb;

import dev.ringback.local.iam.Principal;
import java.time.Duration;

/** The streams of the tables, for those who read them on a role's behalf. */
public final class Streams {
    private final DynamoDbService service;
    private final Writes writes;

    public Streams(DynamoDbService service, Writes writes) {
        this.service = service;
        this.writes = writes;
    }

    /** Starts at once: of a stream's latest records none that is written from now on is missed. */
    public StreamReader open(String streamArn, Principal role, StreamPosition start) {
        return new StreamReader(new StreamClient(service, role), streamArn, start);
    }

    /** A number to remember before reading, for {@link #awaitNews}. */
    public long news() {
        return writes.count();
    }

    /** Waits until something has been written since, but no longer than the given time. */
    public void awaitNews(long seen, Duration longest) throws InterruptedException {
        writes.await(seen, longest);
    }
}
