package dev.ringback.local.secrets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.stack.Deployment;
import dev.ringback.local.stack.StackFailure;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Optional;

/**
 * Gives dynamic references what their secret holds, and where a template only names a secret, credentials that look
 * like those of Apple's and Google's push services and open nothing.
 */
public final class StandInSecrets implements Deployment.SecretText {
    private final Secrets secrets;

    public StandInSecrets(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String read(String secret, Optional<String> jsonKey) {
        if (secrets.find(secret).isEmpty()) {
            secrets.fill(secret, jsonKey.isPresent() ? apple() : google());
        }
        String text =
                secrets.text(secret).orElseThrow(() -> new StackFailure("The secret " + secret + " has no value yet."));
        return jsonKey.map(key -> value(secret, text, key)).orElse(text);
    }

    private static String value(String secret, String text, String key) {
        try {
            return Optional.ofNullable(new com.fasterxml.jackson.databind.ObjectMapper()
                            .readTree(text)
                            .get(key))
                    .orElseThrow(() -> new StackFailure("The secret " + secret + " has no key " + key + "."))
                    .asText();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new StackFailure("The secret " + secret + " is not JSON.");
        }
    }

    private static String apple() {
        return object().put("tokenKey", pem("EC"))
                .put("keyId", "LOCALKEY01")
                .put("teamId", "LOCALTEAM1")
                .put("bundleId", "dev.ringback.local")
                .toString();
    }

    private static String google() {
        return object().put("type", "service_account")
                .put("project_id", "ringback-local")
                .put("private_key_id", "0000000000000000000000000000000000000000")
                .put("private_key", pem("RSA"))
                .put("client_email", "ringback@ringback-local.iam.gserviceaccount.com")
                .put("client_id", "000000000000000000000")
                .put("auth_uri", "https://accounts.google.com/o/oauth2/auth")
                .put("token_uri", "https://oauth2.googleapis.com/token")
                .toString();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String pem(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("EC") ? 256 : 2048);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
