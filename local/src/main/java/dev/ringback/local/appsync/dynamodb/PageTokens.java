package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The values of {@code nextToken}: opaque, and good for the query that they continue alone. */
final class PageTokens {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    private final ObjectMapper json = new ObjectMapper();

    /** @param table whose name the key is made of, so that tokens outlive a restart of the local runtime */
    PageTokens(String table) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(table.getBytes(StandardCharsets.UTF_8));
            this.key = new SecretKeySpec(digest, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java lacks SHA-256.", e);
        }
    }

    /** @param query what the token continues */
    String seal(String query, JsonNode position) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, query).doFinal(json.writeValueAsBytes(position));
            byte[] token = ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A page token cannot be sealed.", e);
        }
    }

    JsonNode open(String query, String token) throws Refused {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            byte[] nonce = new byte[NONCE];
            byte[] sealed = new byte[Math.max(0, bytes.remaining() - NONCE)];
            bytes.get(nonce).get(sealed);
            return json.readTree(cipher(Cipher.DECRYPT_MODE, nonce, query).doFinal(sealed));
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw Refused.badRequest("Invalid pagination token given.");
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String query) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(query.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
