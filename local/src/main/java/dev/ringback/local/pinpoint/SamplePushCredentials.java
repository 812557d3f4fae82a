package dev.ringback.local.pinpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** Push credentials that have the right form and open nothing; fills the secrets of a local run. */
public final class SamplePushCredentials {
    /** A service account's JSON, as a secret that holds nothing else. */
    public ObjectNode fcmServiceAccount() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "service_account")
                .put("project_id", "local-project")
                .put("private_key_id", "local-key")
                .put(
                        "private_key",
                        "-----BEGIN PRIVATE KEY-----\n" + key("RSA", 2048) + "\n-----END PRIVATE KEY-----\n")
                .put("client_email", "local@local-project.iam.gserviceaccount.com")
                .put("token_uri", "https://oauth2.googleapis.com/token");
    }

    /** {@code teamId}, {@code keyId}, {@code bundleId} and {@code tokenKey}, the last on one line. */
    public ObjectNode apns() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("teamId", "LOCALTEAM1")
                .put("keyId", "LOCALKEY01")
                .put("bundleId", "com.example.local")
                .put("tokenKey", key("EC", 256));
    }

    private static String key(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
