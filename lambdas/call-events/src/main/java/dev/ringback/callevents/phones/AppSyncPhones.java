package dev.ringback.callevents.phones;

import dev.ringback.callevents.CallChange;
import dev.ringback.callevents.NotPublishedException;
import dev.ringback.calling.Pause;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Tells phones through AppSync, which hands what a mutation answers with to those who subscribed to it. */
public final class AppSyncPhones implements Phones {
    private static final int OK = 200;
    private static final long SHORTEST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 300;

    /** Lambda reseeds it after a restore from a snapshot. */
    private final RandomGenerator jitter = new SecureRandom();

    private final PublishCallEvent mutation = new PublishCallEvent();
    private final GraphQlEndpoint endpoint;
    private final Pause pause;

    public AppSyncPhones(GraphQlEndpoint endpoint, Pause pause) {
        this.endpoint = endpoint;
        this.pause = pause;
    }

    @Override
    public void tell(String owner, CallChange change) {
        switch (post(mutation.request(owner, change))) {
            case Answer.Answered(int status, byte[] body) when status == OK -> mutation.check(body);
            case Answer.Answered(int status, byte[] _) ->
                throw new NotPublishedException("AppSync answered with status " + status);
            case Answer.None(String reason) -> throw new NotPublishedException("AppSync did not answer: " + reason);
        }
    }

    /** Loads what telling needs, and tells nobody. */
    public void rehearse(CallChange change) {
        endpoint.rehearse(mutation.request("none", change));
        mutation.check("{\"data\":{}}".getBytes(StandardCharsets.UTF_8));
    }

    private Answer post(byte[] request) {
        try {
            Answer answer = endpoint.post(request);
            if (!answer.mayPass()) {
                return answer;
            }
            pause.of(Duration.ofMillis(jitter.nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS)));
            return endpoint.post(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotPublishedException("interrupted", e);
        }
    }
}
