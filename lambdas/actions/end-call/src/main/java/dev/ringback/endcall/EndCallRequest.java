package dev.ringback.endcall;

import dev.ringback.actionkit.IdForm;
import java.util.Optional;

/** @param callId the only call to end; whatever call the device is in if absent */
record EndCallRequest(String clientId, Optional<String> callId) {
    EndCallRequest {
        IdForm.check("clientId", clientId);
        callId.ifPresent(id -> IdForm.check("callId", id));
    }
}
