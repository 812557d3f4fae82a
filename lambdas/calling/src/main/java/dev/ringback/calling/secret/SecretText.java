package dev.ringback.calling.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.calling.secret.BandwidthSecret.Reading;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the secret's JSON, with reasons that name fields and never values. */
final class SecretText {
    private static final String API = "https://api.webrtc.bandwidth.com/v1";
    private static final String TOKENS = "https://api.bandwidth.com/api/v1/oauth2/token";
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final ObjectMapper json = new ObjectMapper();

    Reading parse(String text) {
        if (text == null || text.isBlank()) {
            return new Reading.Unusable("the Bandwidth secret is empty");
        }
        try {
            return credentials(json.readTree(text));
        } catch (JsonProcessingException e) {
            return new Reading.Unusable("the Bandwidth secret is not JSON");
        }
    }

    private static Reading credentials(JsonNode secret) {
        String accountId = text(secret, "accountId").orElse("");
        Optional<URI> apiUrl = url(secret, "apiUrl", API);
        Optional<URI> tokenUrl = url(secret, "tokenUrl", TOKENS);
        Optional<BandwidthCredentials.Login> login = login(secret);
        if (!ACCOUNT.matcher(accountId).matches()) {
            return new Reading.Unusable("the Bandwidth secret has no valid accountId");
        }
        if (login.isEmpty()) {
            return new Reading.Unusable(
                    "the Bandwidth secret has neither clientId and clientSecret nor username and password");
        }
        if (apiUrl.isEmpty() || tokenUrl.isEmpty()) {
            return new Reading.Unusable("apiUrl or tokenUrl of the Bandwidth secret is not a URL");
        }
        return new Reading.Usable(new BandwidthCredentials(accountId, login.get(), apiUrl.get(), tokenUrl.get()));
    }

    private static Optional<BandwidthCredentials.Login> login(JsonNode secret) {
        Optional<BandwidthCredentials.Login> oauth = text(secret, "clientId")
                .flatMap(id -> text(secret, "clientSecret")
                        .map(password -> new BandwidthCredentials.ClientCredentials(id, password)));
        return oauth.or(() -> text(secret, "username")
                .flatMap(user ->
                        text(secret, "password").map(password -> new BandwidthCredentials.Basic(user, password))));
    }

    private static Optional<URI> url(JsonNode secret, String field, String otherwise) {
        try {
            URI url = URI.create(text(secret, field).orElse(otherwise).replaceAll("/+$", ""));
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            return web && url.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode secret, String field) {
        JsonNode value = secret.path(field);
        return value.isTextual() || value.isIntegralNumber()
                ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }
}
