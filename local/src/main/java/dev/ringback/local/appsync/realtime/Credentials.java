package dev.ringback.local.appsync.realtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.http.HttpRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the credentials of a handshake in any of the three places that AppSync looks at. */
final class Credentials {
    private static final String PROTOCOL_PREFIX = "header-";
    private static final String PARAMETER_PREFIX = "header=";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Credentials() {}

    /** @param subprotocols as the client offers them */
    static Map<String, String> of(HttpRequest upgrade, List<String> subprotocols) throws Refusal {
        Optional<String> encoded = inSubprotocols(subprotocols).or(() -> inQuery(upgrade.query()));
        return encoded.isPresent() ? of(decoded(encoded.get())) : upgrade.headers();
    }

    /** An authorization object, its names in lower case; AppSync insists on a host, even where no signature covers it. */
    static Map<String, String> of(JsonNode authorization) throws Refusal {
        Map<String, String> credentials = new HashMap<>();
        authorization
                .properties()
                .forEach(entry -> credentials.put(
                        entry.getKey().toLowerCase(Locale.ROOT),
                        entry.getValue().asText()));
        if (!credentials.containsKey("host")) {
            throw Refusal.missingHeaders();
        }
        return credentials;
    }

    private static Optional<String> inSubprotocols(List<String> subprotocols) {
        return subprotocols.stream()
                .filter(protocol -> protocol.startsWith(PROTOCOL_PREFIX))
                .map(protocol -> protocol.substring(PROTOCOL_PREFIX.length()))
                .findFirst();
    }

    private static Optional<String> inQuery(String query) {
        return Stream.of(query.split("&"))
                .filter(parameter -> parameter.startsWith(PARAMETER_PREFIX))
                .map(parameter -> parameter.substring(PARAMETER_PREFIX.length()))
                .findFirst();
    }

    private static JsonNode decoded(String encoded) throws Refusal {
        try {
            String base64 = inUrlAlphabet(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
            JsonNode authorization = JSON.readTree(Base64.getUrlDecoder().decode(base64));
            if (authorization.isObject()) {
                return authorization;
            }
        } catch (IllegalArgumentException | IOException notDecodable) {
            // Refused below, like JSON of another kind.
        }
        throw Refusal.badRequest("The header of the handshake is no JSON object in base64.");
    }

    // Android breaks the text into lines, some clients do not escape the plus sign, and only some pad.
    private static String inUrlAlphabet(String encoded) {
        return encoded.replaceAll("[\\r\\n]", "")
                .replace(' ', '-')
                .replace('+', '-')
                .replace('/', '_')
                .replace("=", "");
    }
}
