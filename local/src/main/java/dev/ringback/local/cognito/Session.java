package dev.ringback.local.cognito;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sign-in, which lives as long as its refresh tokens.
 *
 * @param id the {@code origin_jti} of its tokens
 * @param signedInAt epoch seconds, as is expiresAt
 */
record Session(
        String id,
        String eventId,
        String clientId,
        String username,

        @JsonAlias("refreshHash") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<RefreshToken> refreshTokens,

        long signedInAt,
        long expiresAt,
        boolean revoked) {
    private static final int REMEMBERED = 5;

    Session revoke() {
        return new Session(id, eventId, clientId, username, refreshTokens, signedInAt, expiresAt, true);
    }

    Optional<RefreshToken> refreshToken(String hash) {
        return refreshTokens.stream().filter(token -> token.hash().equals(hash)).findFirst();
    }

    /**
     * Another refresh token takes the place of one, which is good for retries for a while and then known as used; of
     * those used up before it only the last few stay known.
     */
    Session rotate(RefreshToken used, Instant now, Duration retryGrace, String nextHash) {
        List<RefreshToken> tokens = new ArrayList<>(refreshTokens);
        tokens.replaceAll(token -> token.equals(used) ? token.replaced(now.plus(retryGrace)) : token);
        List<RefreshToken> usedUp =
                tokens.stream().filter(token -> token.isReplaced(now)).toList();
        tokens.removeAll(usedUp.subList(0, Math.max(0, usedUp.size() - REMEMBERED)));
        tokens.add(RefreshToken.ofHash(nextHash));
        return new Session(id, eventId, clientId, username, tokens, signedInAt, expiresAt, revoked);
    }
}
