package dev.ringback.blockuser;

import dev.ringback.actionkit.IdForm;
import dev.ringback.actionkit.InvalidRequestException;
import java.util.Optional;

/**
 * Names the one to block by an id of his or by a call with him.
 *
 * @param blockedId a clientId, or the id of a person
 */
record BlockUserRequest(Optional<String> blockedId, Optional<String> callId) {
    BlockUserRequest {
        blockedId.ifPresent(id -> IdForm.check("blockedId", id));
        callId.ifPresent(id -> IdForm.check("callId", id));
        if (blockedId.isPresent() == callId.isPresent()) {
            throw new InvalidRequestException("Either \"blockedId\" or \"callId\" is needed.");
        }
    }
}
