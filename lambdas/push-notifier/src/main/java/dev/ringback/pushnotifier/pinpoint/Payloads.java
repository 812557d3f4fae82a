package dev.ringback.pushnotifier.pinpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.pushnotifier.push.Notice;
import dev.ringback.pushnotifier.push.Push;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Pushes in each platform's own form. All carry the same fields, all of them text. */
final class Payloads {
    /** FCM's limit, and Pinpoint's for APNs. */
    static final int LARGEST = 4096;

    private final DeepLink deepLink;

    Payloads(DeepLink deepLink) {
        this.deepLink = deepLink;
    }

    /**
     * Shortens the caller's name until the payload fits; empty if even without a name it does not.
     *
     * @param token what the callee joins with, for apps that do not answer to get it
     */
    Optional<String> of(Form form, Push push, Optional<String> token) {
        String payload = layout(form, push, token).toString();
        if (payload.getBytes(StandardCharsets.UTF_8).length <= LARGEST) {
            return Optional.of(payload);
        }
        Notice notice = push.notice();
        return notice.callerName().flatMap(name -> of(form, push.with(notice.withCallerName(half(name))), token));
    }

    private ObjectNode layout(Form form, Push push, Optional<String> token) {
        String link = deepLink.to(push, token);
        return switch (form) {
            case FCM -> fcm(push, link);
            case ALERT -> alert(push, link);
            case BACKGROUND -> woken(push);
            case VOIP -> voip(push, link, token);
        };
    }

    /** Data only: with a notification block Android would not wake the app. */
    private static ObjectNode fcm(Push push, String link) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        ObjectNode message =
                payload.putObject("fcmV1Message").put("validate_only", false).putObject("message");
        ObjectNode data = message.putObject("data");
        // The keys under which Amplify's client libraries look, and all that the app of 2022 reads.
        Wording wording = Wording.of(push);
        data.put("pinpoint.notification.title", wording.title());
        data.put("pinpoint.notification.body", wording.body());
        data.put("pinpoint.deeplink", link);
        data.setAll(fields(push));
        ObjectNode android = message.putObject("android");
        android.put("priority", "high").put("ttl", push.notice().timeToLive().toSeconds() + "s");
        if (push instanceof Push.IncomingCall) {
            // Of calls that a phone slept through only the last may still ring; what else it slept through it is told.
            android.put("collapse_key", "call");
        }
        return payload;
    }

    private static ObjectNode alert(Push push, String link) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        ObjectNode aps = payload.putObject("aps");
        Wording wording = Wording.of(push);
        aps.putObject("alert").put("title", wording.title()).put("body", wording.body());
        // Pinpoint wants content-available in a raw payload; 1 also wakes an app that may be ringing.
        aps.put("sound", "default").put("content-available", push instanceof Push.IncomingCall ? 0 : 1);
        aps.put("link_url", link);
        return payload.setAll(fields(push));
    }

    private static ObjectNode voip(Push push, String link, Optional<String> token) {
        ObjectNode payload = woken(push);
        token.ifPresent(text -> payload.put("token", text));
        return payload.put("link", link);
    }

    private static ObjectNode woken(Push push) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.putObject("aps").put("content-available", 1);
        return payload.setAll(fields(push));
    }

    private static ObjectNode fields(Push push) {
        Notice notice = push.notice();
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("type", push.type());
        if (push instanceof Push.CallCancelled(var _, var reason)) {
            fields.put("reason", reason.code());
        }
        fields.put("callId", notice.callId());
        fields.put("callerId", notice.callerId());
        notice.callerName().ifPresent(name -> fields.put("callerName", name));
        fields.put("sentAt", Long.toString(notice.sentAt().toEpochMilli()));
        fields.put("expiresAt", Long.toString(notice.expiresAt().toEpochMilli()));
        return fields;
    }

    private static Optional<String> half(String name) {
        int[] letters = name.codePoints().toArray();
        String half = new String(letters, 0, letters.length / 2).strip();
        return half.isEmpty() ? Optional.empty() : Optional.of(half);
    }
}
