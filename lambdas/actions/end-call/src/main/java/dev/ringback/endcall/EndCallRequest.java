package dev.ringback.endcall;

import dev.ringback.actionkit.ClientIdForm;

record EndCallRequest(String clientId) {
    EndCallRequest {
        ClientIdForm.check("clientId", clientId);
    }
}
