package dev.ringback.local.bandwidth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A device's place in a call, in one session at most. */
record Participant(
        String id,
        Optional<String> tag,
        Optional<String> callbackUrl,
        List<String> publishPermissions,
        Optional<String> sessionId,
        Subscriptions subscriptions) {
    static final int LONGEST_TAG = 50;
    private static final String DEVICE_API_VERSION = "V3";
    private static final Set<String> PERMISSIONS = Set.of("AUDIO", "VIDEO");

    static Participant of(JsonNode body) {
        String version = Fields.text(body, "deviceApiVersion").orElse(DEVICE_API_VERSION);
        if (!version.equals(DEVICE_API_VERSION)) {
            throw new ApiError(400, "deviceApiVersion must be " + DEVICE_API_VERSION);
        }
        return new Participant(
                UUID.randomUUID().toString(),
                tag(body),
                callbackUrl(body),
                permissions(body),
                Optional.empty(),
                Subscriptions.NONE);
    }

    static Optional<String> tag(JsonNode body) {
        Optional<String> tag = Fields.text(body, "tag");
        if (tag.filter(text -> text.length() > LONGEST_TAG).isPresent()) {
            throw new ApiError(400, "tag must have at most " + LONGEST_TAG + " characters");
        }
        return tag;
    }

    private static Optional<String> callbackUrl(JsonNode body) {
        Optional<String> url = Fields.text(body, "callbackUrl");
        if (url.isPresent() && !isHttpUrl(url.get())) {
            throw new ApiError(400, "callbackUrl must be a full http or https URL");
        }
        return url;
    }

    private static boolean isHttpUrl(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException notAUrl) {
            return false;
        }
    }

    private static List<String> permissions(JsonNode body) {
        List<String> permissions = Fields.texts(body, "publishPermissions");
        if (!PERMISSIONS.containsAll(permissions)) {
            throw new ApiError(400, "publishPermissions must be of AUDIO, VIDEO");
        }
        if (new HashSet<>(permissions).size() < permissions.size()) {
            throw new ApiError(400, "publishPermissions must be unique");
        }
        return permissions;
    }

    Participant in(String session, Subscriptions heard) {
        return new Participant(id, tag, callbackUrl, publishPermissions, Optional.of(session), heard);
    }

    Participant outside() {
        return new Participant(id, tag, callbackUrl, publishPermissions, Optional.empty(), Subscriptions.NONE);
    }

    boolean isIn(String session) {
        return sessionId.filter(session::equals).isPresent();
    }

    /** @param heard its subscriptions to those who are still there */
    ObjectNode json(Subscriptions heard) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("id", id);
        callbackUrl.ifPresent(url -> node.put("callbackUrl", url));
        publishPermissions.forEach(node.putArray("publishPermissions")::add);
        sessionId.ifPresentOrElse(session -> node.putArray("sessions").add(session), () -> node.putArray("sessions"));
        node.set("subscriptions", heard.json());
        tag.ifPresent(text -> node.put("tag", text));
        return node.put("deviceApiVersion", DEVICE_API_VERSION);
    }
}
