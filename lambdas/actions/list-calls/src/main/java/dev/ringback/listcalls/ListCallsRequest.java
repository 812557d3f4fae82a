package dev.ringback.listcalls;

import dev.ringback.actionkit.IdForm;
import dev.ringback.actionkit.InvalidRequestException;
import java.util.Optional;

/**
 * @param limit 1 to 100; 20 if absent
 * @param nextToken of an earlier answer
 */
record ListCallsRequest(String clientId, Optional<Integer> limit, Optional<String> nextToken) {
    private static final int MOST = 100;
    private static final int USUAL = 20;

    ListCallsRequest {
        IdForm.check("clientId", clientId);
        if (limit.isPresent() && (limit.get() < 1 || limit.get() > MOST)) {
            throw new InvalidRequestException("Field \"limit\" must be 1 to " + MOST + ".");
        }
        nextToken.ifPresent(PageToken::position);
    }

    int size() {
        return limit.orElse(USUAL);
    }

    Optional<String> before() {
        return nextToken.map(PageToken::position);
    }
}
