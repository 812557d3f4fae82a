package dev.ringback.initiatecall;

import dev.ringback.actionkit.ClientIdForm;
import dev.ringback.actionkit.InvalidRequestException;

record InitiateCallRequest(String callerId, String calleeId) {
    InitiateCallRequest {
        ClientIdForm.check("callerId", callerId);
        ClientIdForm.check("calleeId", calleeId);
        if (callerId.equals(calleeId)) {
            throw new InvalidRequestException("A device cannot call itself.");
        }
    }
}
