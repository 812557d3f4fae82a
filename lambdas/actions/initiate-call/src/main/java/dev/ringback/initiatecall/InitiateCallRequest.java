package dev.ringback.initiatecall;

import dev.ringback.actionkit.IdForm;
import dev.ringback.actionkit.InvalidRequestException;
import java.util.Optional;

/** @param requestId the client's own id of this attempt: within ten minutes the same id makes no second call */
record InitiateCallRequest(String callerId, String calleeId, Optional<String> requestId) {
    InitiateCallRequest {
        IdForm.check("callerId", callerId);
        IdForm.check("calleeId", calleeId);
        requestId.ifPresent(id -> IdForm.check("requestId", id));
        if (callerId.equals(calleeId)) {
            throw new InvalidRequestException("A device cannot call itself.");
        }
    }
}
