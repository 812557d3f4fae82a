package dev.ringback.callevents.phones;

import dev.ringback.callevents.CallChange;
import dev.ringback.callevents.NotPublishedException;
import java.nio.charset.StandardCharsets;

/** Tells phones through AppSync, which hands what a mutation answers with to those who subscribed to it. */
public final class AppSyncPhones implements Phones {
    private static final int ATTEMPTS = 2;

    private final GraphQlEndpoint endpoint;
    private final PublishCallEvent mutation = new PublishCallEvent();

    public AppSyncPhones(GraphQlEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void tell(String owner, CallChange change) {
        byte[] request = mutation.request(owner, change);
        Answer answer = endpoint.post(request);
        for (int attempt = 1; attempt < ATTEMPTS && answer.mayPass(); attempt++) {
            answer = endpoint.post(request);
        }
        switch (answer) {
            case Answer.Answered(int status, byte[] body) when status == 200 -> mutation.check(body);
            case Answer.Answered(int status, byte[] _) ->
                throw new NotPublishedException("AppSync answered with status " + status);
            case Answer.None(String reason) -> throw new NotPublishedException("AppSync did not answer: " + reason);
        }
    }

    /** Signs a request and sends nothing. */
    public void rehearse(CallChange change) {
        endpoint.rehearse(mutation.request("none", change));
        mutation.check("{\"data\":{}}".getBytes(StandardCharsets.UTF_8));
    }
}
