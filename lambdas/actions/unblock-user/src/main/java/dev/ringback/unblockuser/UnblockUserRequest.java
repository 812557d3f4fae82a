package dev.ringback.unblockuser;

import dev.ringback.actionkit.IdForm;

record UnblockUserRequest(String blockedId) {
    UnblockUserRequest {
        IdForm.check("blockedId", blockedId);
    }
}
