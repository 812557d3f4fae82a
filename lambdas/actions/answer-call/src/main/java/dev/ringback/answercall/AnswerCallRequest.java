package dev.ringback.answercall;

import dev.ringback.actionkit.IdForm;

record AnswerCallRequest(String clientId, String callId) {
    AnswerCallRequest {
        IdForm.check("clientId", clientId);
        IdForm.check("callId", callId);
    }
}
