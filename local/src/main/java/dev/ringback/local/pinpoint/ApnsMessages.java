package dev.ringback.local.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes the request that APNs gets, and refuses what APNs would refuse, by Apple's reasons. */
final class ApnsMessages {
    private static final Set<String> PUSH_TYPES =
            Set.of("alert", "background", "voip", "complication", "fileprovider", "mdm");
    private static final int LONGEST_COLLAPSE_ID = 64;

    private final Clock clock;

    ApnsMessages(Clock clock) {
        this.clock = clock;
    }

    Rendered render(Channel channel, MessageText text) {
        Optional<String> method = text.field("PreferredAuthenticationMethod");
        if (method.filter(name -> name.equalsIgnoreCase("CERTIFICATE")).isPresent()) {
            return new Rendered.Refused(400, "The channel has no certificate, only a token key.");
        }
        Optional<JsonNode> payload = text.raw().map(MessageText::object).orElseGet(() -> Optional.of(assembled(text)));
        if (payload.isEmpty() || !payload.get().path("aps").isObject()) {
            return refused(channel, 400, "RawContent is not JSON with an aps object");
        }
        if (MessageText.isTooLarge(payload.get())) {
            return refused(channel, 413, "PayloadTooLarge");
        }
        JsonNode available = payload.get().path("aps").path("content-available");
        // Pinpoint's documentation asks for it in every RawContent.
        if (text.raw().isPresent() && !available.toString().matches("[01]")) {
            return refused(channel, 400, "content-available is neither 0 nor 1");
        }
        if (channel.isVoip() && !beginsACall(payload.get())) {
            return refused(channel, 400, "A VoIP push that begins no call: iOS ends the app that gets it");
        }
        return withHeaders(channel, text, payload.get());
    }

    private Rendered withHeaders(Channel channel, MessageText text, JsonNode payload) {
        String type = text.field("APNSPushType").orElse(defaultType(channel, text));
        if (!PUSH_TYPES.contains(type) || type.equals("voip") != channel.isVoip()) {
            return refused(channel, 400, "InvalidPushType");
        }
        Optional<String> priority = priority(text.field("Priority"), type);
        if (priority.isEmpty()) {
            return refused(channel, 400, "BadPriority");
        }
        Optional<String> collapse = text.field("CollapseId");
        if (collapse.filter(ApnsMessages::isTooLong).isPresent()) {
            return refused(channel, 400, "BadCollapseId");
        }
        Map<String, String> headers = new TreeMap<>();
        headers.put("apns-push-type", type);
        headers.put("apns-priority", priority.get());
        headers.put("apns-topic", channel.topic());
        collapse.ifPresent(id -> headers.put("apns-collapse-id", id));
        if (text.message().path("TimeToLive").isInt()) {
            headers.put(
                    "apns-expiration",
                    expiration(text.message().get("TimeToLive").asInt()));
        }
        return new Rendered.Ready(headers, payload, false);
    }

    /** False only for what says so: the type is this project's own, and a payload of somebody else has none. */
    private static boolean beginsACall(JsonNode payload) {
        return payload.path("type").asText("incoming_call").equals("incoming_call");
    }

    private static String defaultType(Channel channel, MessageText text) {
        if (channel.isVoip()) {
            return "voip";
        }
        return text.message().path("SilentPush").asBoolean() ? "background" : "alert";
    }

    // APNs refuses a background push that wants to be delivered at once.
    private static Optional<String> priority(Optional<String> asked, String type) {
        boolean background = type.equals("background");
        return switch (asked.orElse(background ? "5" : "10")) {
            case "10", "high" -> background ? Optional.empty() : Optional.of("10");
            case "5", "normal" -> Optional.of("5");
            default -> Optional.empty();
        };
    }

    private String expiration(int timeToLive) {
        return timeToLive == 0 ? "0" : String.valueOf(clock.instant().getEpochSecond() + timeToLive);
    }

    private static boolean isTooLong(String collapseId) {
        return collapseId.getBytes(StandardCharsets.UTF_8).length > LONGEST_COLLAPSE_ID;
    }

    private static JsonNode assembled(MessageText text) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        ObjectNode aps = payload.putObject("aps");
        if (text.message().path("SilentPush").asBoolean()) {
            aps.put("content-available", 1);
            return payload;
        }
        ObjectNode alert = aps.putObject("alert");
        text.title().ifPresent(title -> alert.put("title", title));
        text.body().ifPresent(body -> alert.put("body", body));
        text.field("Sound").ifPresent(sound -> aps.put("sound", sound));
        ObjectNode pinpoint = payload.putObject("data").putObject("pinpoint");
        text.field("Url").ifPresent(url -> pinpoint.put("deeplink", url));
        return payload;
    }

    private static Rendered refused(Channel channel, int status, String reason) {
        return Rendered.byProvider(channel.type(), status, reason, "{\"reason\":\"" + reason + "\"}");
    }
}
