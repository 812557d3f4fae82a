package dev.ringback.local.pinpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.AwsFailure;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Checks a channel's credentials when it is written, as Pinpoint does: what is no credential stops the deployment. */
final class ChannelCredentials {
    private final ObjectMapper json = new ObjectMapper();

    void checkFcm(JsonNode properties) {
        if (properties.hasNonNull("ApiKey")) {
            throw bad("FCM no longer takes the ApiKey of its legacy API; give ServiceJson.");
        }
        JsonNode account = serviceAccount(properties.path("ServiceJson").asText());
        for (String field : List.of("project_id", "client_email", "private_key")) {
            if (account.path(field).asText().isBlank()) {
                throw bad("ServiceJson has no " + field + ".");
            }
        }
        if (!isPrivateKey(account.path("private_key").asText(), "RSA")) {
            throw bad("The private_key of ServiceJson is no private key.");
        }
    }

    void checkApns(JsonNode properties) {
        for (String property : List.of("BundleId", "TeamId", "TokenKeyId", "TokenKey")) {
            if (properties.path(property).asText().isBlank()) {
                throw bad("The APNs channel has no " + property + ".");
            }
        }
        if (!isPrivateKey(properties.path("TokenKey").asText(), "EC")) {
            throw bad("TokenKey is not the content of a .p8 key.");
        }
    }

    private JsonNode serviceAccount(String text) {
        try {
            JsonNode account = json.readTree(text);
            if (account.isObject()) {
                return account;
            }
        } catch (JsonProcessingException notJson) {
            // The parser's message quotes the key; it must not get out.
        }
        throw bad("ServiceJson is not the JSON of a service account.");
    }

    // A p8 key comes as PEM or as its bare base64, Pinpoint takes both.
    private static boolean isPrivateKey(String text, String algorithm) {
        String body = text.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
        try {
            KeyFactory.getInstance(algorithm)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            return false;
        }
    }

    private static AwsFailure bad(String message) {
        return new AwsFailure(400, "BadRequestException", message);
    }
}
