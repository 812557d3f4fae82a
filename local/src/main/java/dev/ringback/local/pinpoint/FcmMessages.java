package dev.ringback.local.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the HTTP v1 message that FCM gets, and refuses what FCM would refuse. */
final class FcmMessages {
    private static final Set<String> MESSAGE = Set.of(
            "name",
            "data",
            "notification",
            "android",
            "webpush",
            "apns",
            "fcm_options",
            "token",
            "fid",
            "topic",
            "condition");
    private static final Set<String> ANDROID = Set.of(
            "collapse_key",
            "priority",
            "ttl",
            "restricted_package_name",
            "data",
            "notification",
            "fcm_options",
            "direct_boot_ok",
            "bandwidth_constrained_ok",
            "restricted_satellite_ok");
    private static final Pattern RESERVED = Pattern.compile("from|message_type|(google|gcm).*");
    private static final Pattern SECONDS = Pattern.compile("\\d+(\\.\\d{1,9})?s");

    Rendered render(Channel channel, MessageText text) {
        String method = text.field("PreferredAuthenticationMethod").orElse(channel.authentication());
        if (!method.equals("TOKEN")) {
            return new Rendered.Refused(
                    400,
                    "The channel has no credentials for authentication method " + method
                            + "; FCM's HTTP v1 API needs TOKEN.");
        }
        return text.raw().map(FcmMessages::raw).orElseGet(() -> assembled(text));
    }

    private static Rendered raw(String raw) {
        Optional<JsonNode> envelope = MessageText.object(raw).map(node -> node.path("fcmV1Message"));
        if (envelope.filter(node -> node.path("message").isObject()).isEmpty()) {
            return refused("RawContent is not JSON with fcmV1Message.message");
        }
        JsonNode message = envelope.get().get("message");
        boolean dryRun = envelope.get().path("validate_only").asBoolean();
        return fault(message).<Rendered>map(FcmMessages::refused).orElse(new Rendered.Ready(Map.of(), message, dryRun));
    }

    private static Rendered assembled(MessageText text) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        ObjectNode data = message.putObject("data");
        text.title().ifPresent(title -> data.put("pinpoint.notification.title", title));
        text.body().ifPresent(body -> data.put("pinpoint.notification.body", body));
        data.put(
                "pinpoint.notification.silentPush",
                text.message().path("SilentPush").asBoolean() ? "1" : "0");
        switch (text.field("Action").orElse("OPEN_APP")) {
            case "OPEN_APP" -> data.put("pinpoint.openApp", "true");
            case "URL" -> data.put("pinpoint.url", text.field("Url").orElse(""));
            default -> {
                return new Rendered.Refused(
                        400, "Action DEEP_LINK does not exist in FCM's HTTP v1 API; use RawContent.");
            }
        }
        ObjectNode android = message.putObject("android");
        android.put("priority", text.field("Priority").orElse("normal"));
        if (text.message().path("TimeToLive").isInt()) {
            android.put("ttl", text.message().get("TimeToLive").asInt() + "s");
        }
        return fault(message).<Rendered>map(FcmMessages::refused).orElse(new Rendered.Ready(Map.of(), message, false));
    }

    private static Optional<String> fault(JsonNode message) {
        if (MessageText.isTooLarge(message)) {
            return Optional.of("Android message is too big");
        }
        JsonNode android = message.path("android");
        return unknownName(message, MESSAGE, "message")
                .or(() -> unknownName(android, ANDROID, "message.android"))
                .or(() -> badData(message.path("data")))
                .or(() -> badAndroid(android));
    }

    private static Optional<String> unknownName(JsonNode node, Set<String> known, String where) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                return Optional.of("Invalid JSON payload received. Unknown name \"" + name + "\" at '" + where
                        + "': Cannot find field.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> badData(JsonNode data) {
        if (!data.isMissingNode() && !data.isObject()) {
            return Optional.of("Invalid value at 'message.data'");
        }
        for (Map.Entry<String, JsonNode> entry : data.properties()) {
            if (RESERVED.matcher(entry.getKey()).matches()) {
                return Optional.of("Invalid data payload key: " + entry.getKey());
            }
            if (!entry.getValue().isTextual()) {
                return Optional.of("Invalid value at 'message.data[" + entry.getKey() + "]' (TYPE_STRING)");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> badAndroid(JsonNode android) {
        if (!android.path("priority").asText("high").matches("(?i)high|normal")) {
            return Optional.of("Invalid value at 'message.android.priority'");
        }
        if (!SECONDS.matcher(android.path("ttl").asText("0s")).matches()) {
            return Optional.of("Invalid value at 'message.android.ttl'");
        }
        return Optional.empty();
    }

    private static Rendered refused(String error) {
        return Rendered.byProvider("GCM", 400, error, "{\"status\":\"INVALID_ARGUMENT\"}");
    }
}
