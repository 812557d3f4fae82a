package dev.ringback.getcall;

import dev.ringback.actionkit.IdForm;

record GetCallRequest(String clientId, String callId) {
    GetCallRequest {
        IdForm.check("clientId", clientId);
        IdForm.check("callId", callId);
    }
}
