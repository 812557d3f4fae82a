package dev.ringback.pushnotifier.pinpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.pushnotifier.push.CallPush;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** A call's push in each platform's own form. All carry the same fields, all of them text. */
final class Payloads {
    /** FCM's limit, and Pinpoint's for APNs. */
    static final int LARGEST = 4096;

    private static final String TITLE = "Incoming call";

    private final String deepLink;

    Payloads(String deepLink) {
        this.deepLink = deepLink;
    }

    /** Data only: with a notification block Android would not wake the app. */
    Optional<String> fcm(CallPush push) {
        return fitting(push, this::fcmLayout);
    }

    /** A visible notification, for apps without CallKit. */
    Optional<String> apnsAlert(CallPush push) {
        return fitting(push, this::apnsAlertLayout);
    }

    /** For PushKit, which hands it to CallKit. */
    Optional<String> apnsVoip(CallPush push) {
        return fitting(push, this::apnsVoipLayout);
    }

    private ObjectNode fcmLayout(CallPush push) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        ObjectNode message =
                payload.putObject("fcmV1Message").put("validate_only", false).putObject("message");
        ObjectNode data = message.putObject("data");
        // The keys under which Amplify's client libraries look.
        data.put("pinpoint.notification.title", TITLE);
        data.put("pinpoint.notification.body", body(push));
        data.put("pinpoint.deeplink", link(push));
        data.setAll(fields(push));
        message.putObject("android")
                .put("priority", "high")
                .put("ttl", push.timeToLive().toSeconds() + "s")
                .put("collapse_key", "call");
        return payload;
    }

    private ObjectNode apnsAlertLayout(CallPush push) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        ObjectNode aps = payload.putObject("aps");
        aps.putObject("alert").put("title", TITLE).put("body", body(push));
        // Pinpoint refuses a raw payload without content-available.
        aps.put("sound", "default").put("content-available", 0).put("link_url", link(push));
        return payload.setAll(fields(push));
    }

    private ObjectNode apnsVoipLayout(CallPush push) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.putObject("aps").put("content-available", 1);
        payload.setAll(fields(push));
        push.joinToken().ifPresent(token -> payload.put("token", token));
        return payload.put("link", link(push));
    }

    private static ObjectNode fields(CallPush push) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("type", "incoming_call");
        fields.put("callId", push.callId());
        fields.put("callerId", push.callerId());
        push.callerName().ifPresent(name -> fields.put("callerName", name));
        fields.put("sentAt", Long.toString(push.sentAt().toEpochMilli()));
        fields.put("expiresAt", Long.toString(push.expiresAt().toEpochMilli()));
        return fields;
    }

    private static String body(CallPush push) {
        return push.callerName().map(name -> name + " is calling you").orElse("Someone is calling you");
    }

    /** The 2022 app splits the query at {@code &} and {@code =} and decodes nothing, which suits a JWT as it is. */
    private String link(CallPush push) {
        String query = push.joinToken()
                .map(token -> "tok=" + encoded(token))
                .orElseGet(() -> "callId=" + encoded(push.callId()));
        return deepLink + (deepLink.contains("?") ? "&" : "?") + query;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Shortens the name until the payload fits; empty if even without a name it does not. */
    private static Optional<String> fitting(CallPush push, Function<CallPush, ObjectNode> layout) {
        String payload = layout.apply(push).toString();
        if (payload.getBytes(StandardCharsets.UTF_8).length <= LARGEST) {
            return Optional.of(payload);
        }
        return push.callerName().isEmpty()
                ? Optional.empty()
                : fitting(push.withCallerName(half(push.callerName().get())), layout);
    }

    private static Optional<String> half(String name) {
        int[] letters = name.codePoints().toArray();
        String half = new String(letters, 0, letters.length / 2).strip();
        return half.isEmpty() ? Optional.empty() : Optional.of(half);
    }
}
