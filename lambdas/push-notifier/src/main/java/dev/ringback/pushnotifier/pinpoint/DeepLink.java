package dev.ringback.pushnotifier.pinpoint;

import dev.ringback.pushnotifier.push.Push;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What opens the app at a call. */
record DeepLink(String base) {
    /** The 2022 app splits the query at {@code &} and {@code =} and decodes nothing, which suits a JWT as it is. */
    String to(Push push, Optional<String> token) {
        String query = token.map(text -> "tok=" + encoded(text))
                .orElseGet(() -> "callId=" + encoded(push.notice().callId()));
        return base + (base.contains("?") ? "&" : "?") + query;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
