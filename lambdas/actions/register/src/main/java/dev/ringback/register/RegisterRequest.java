package dev.ringback.register;

import dev.ringback.actionkit.InvalidRequestException;
import dev.ringback.calling.device.NotifyType;
import java.util.regex.Pattern;

record RegisterRequest(NotifyType notifyType, String deviceToken) {
    // Apple and Google promise no form; only what could not be an address at all is refused.
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,4096}");

    RegisterRequest {
        if (!TOKEN.matcher(deviceToken).matches()) {
            throw new InvalidRequestException(
                    "Field \"deviceToken\" must have 1 to 4096 ASCII characters, and no spaces.");
        }
    }

    @Override
    public String toString() {
        return "RegisterRequest[notifyType=" + notifyType + "]";
    }
}
