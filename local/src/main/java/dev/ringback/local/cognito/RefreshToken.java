package dev.ringback.local.cognito;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What the pool keeps of a refresh token.
 *
 * @param hash SHA-256 of the token
 * @param replacedFrom epoch milliseconds from when on only its successor is good, or null
 */
record RefreshToken(String hash, Long replacedFrom) {
    private static final int BYTES = 64;

    /** As sessions were kept before refresh tokens could be replaced. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RefreshToken ofHash(String hash) {
        return new RefreshToken(hash, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    RefreshToken {}

    /** A new token, for its owner's eyes only. */
    static String random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isReplaced(Instant now) {
        return replacedFrom != null && now.toEpochMilli() >= replacedFrom;
    }

    /** A token that is replaced again during its retries keeps its end. */
    RefreshToken replaced(Instant from) {
        return replacedFrom == null ? new RefreshToken(hash, from.toEpochMilli()) : this;
    }
}
