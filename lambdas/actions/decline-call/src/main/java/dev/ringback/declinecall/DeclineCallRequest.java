package dev.ringback.declinecall;

import dev.ringback.actionkit.IdForm;
import dev.ringback.actionkit.InvalidRequestException;
import java.util.Optional;
import java.util.regex.Pattern;

/** @param reason the app's own word for it, which the caller's app is told */
record DeclineCallRequest(String clientId, String callId, Optional<String> reason) {
    private static final Pattern REASON = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    DeclineCallRequest {
        IdForm.check("clientId", clientId);
        IdForm.check("callId", callId);
        if (reason.isPresent() && !REASON.matcher(reason.get()).matches()) {
            throw new InvalidRequestException(
                    "Field \"reason\" must be a code of 1 to 64 letters, digits, dots, hyphens and underscores.");
        }
    }
}
