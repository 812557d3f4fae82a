package dev.ringback.unregister;

import dev.ringback.actionkit.IdForm;

record UnregisterRequest(String clientId) {
    UnregisterRequest {
        IdForm.check("clientId", clientId);
    }
}
