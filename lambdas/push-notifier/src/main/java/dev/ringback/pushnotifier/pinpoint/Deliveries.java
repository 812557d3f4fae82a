package dev.ringback.pushnotifier.pinpoint;

import dev.ringback.pushnotifier.push.PushOutcome;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.pinpoint.model.MessageResult;
import software.amazon.awssdk.services.pinpoint.model.PinpointException;

/**
 * What Pinpoint's answers mean. Its HTTP status says nothing of the push, and a permanent failure is as often a fault of ours
 * as a dead token: only the provider's error, quoted in the status message, tells them apart.
 */
final class Deliveries {
    private static final Pattern PROVIDER_ERROR = Pattern.compile("\"pushProviderError\"\\s*:\\s*\"([^\"]{1,100})\"");
    private static final List<String> WRONG_FOR_CHANNEL = List.of(
            "baddevicetoken",
            "devicetokennotfortopic",
            "sender_id_mismatch",
            "mismatchsenderid",
            "invalidregistration");
    private static final List<String> DEAD =
            List.of("unregistered", "notregistered", "not a valid fcm registration token");

    private Deliveries() {}

    /**
     * @param result of the one address; null if the answer does not name it
     * @param token of that address, which the detail leaves out
     */
    static PushOutcome outcome(MessageResult result, String token) {
        if (result == null) {
            return new PushOutcome.Unknown("the answer does not name the address");
        }
        String detail = detail(result, token);
        return switch (result.deliveryStatus()) {
            case SUCCESSFUL, DUPLICATE -> new PushOutcome.Accepted(detail);
            case THROTTLED, TEMPORARY_FAILURE -> new PushOutcome.Retryable(detail);
            case PERMANENT_FAILURE -> permanent(result, detail);
            case null, default ->
                isServerError(result) ? new PushOutcome.Retryable(detail) : new PushOutcome.Unknown(detail);
        };
    }

    static PushOutcome outcome(PinpointException failure) {
        String detail = failure.getClass().getSimpleName() + " " + failure.statusCode();
        return failure.statusCode() == 429 || failure.statusCode() >= 500
                ? new PushOutcome.Retryable(detail)
                : new PushOutcome.Misconfigured(detail);
    }

    private static PushOutcome permanent(MessageResult result, String detail) {
        String message = String.valueOf(result.statusMessage()).toLowerCase(Locale.ROOT);
        // First the more exact: Pinpoint words Apple's BadDeviceToken as "unregistered or expired".
        if (WRONG_FOR_CHANNEL.stream().anyMatch(message::contains)) {
            return new PushOutcome.WrongForChannel(detail);
        }
        if (DEAD.stream().anyMatch(message::contains)) {
            return new PushOutcome.TokenDead(detail);
        }
        return isServerError(result) ? new PushOutcome.Retryable(detail) : new PushOutcome.Misconfigured(detail);
    }

    private static boolean isServerError(MessageResult result) {
        return result.statusCode() != null && result.statusCode() >= 500;
    }

    private static String detail(MessageResult result, String token) {
        String message = String.valueOf(result.statusMessage()).replace(token, "…");
        Matcher provider = PROVIDER_ERROR.matcher(message);
        String reason = provider.find() ? provider.group(1) : message.substring(0, Math.min(120, message.length()));
        return result.deliveryStatusAsString() + " " + result.statusCode() + " " + reason;
    }
}
