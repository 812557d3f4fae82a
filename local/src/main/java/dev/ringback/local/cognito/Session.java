package dev.ringback.local.cognito;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    Session revoke() {
        return new Session(id, eventId, clientId, username, refreshTokens, signedInAt, expiresAt, true);
    }

    Optional<RefreshToken> refreshToken(String hash) {
        return refreshTokens.stream().filter(token -> token.hash().equals(hash)).findFirst();
    }

    /** Another refresh token takes the place of one, which is good for retries until then. */
    Session rotate(RefreshToken used, Instant retriesUntil, String nextHash) {
        Stream<RefreshToken> tokens =
                refreshTokens.stream().map(token -> token.equals(used) ? token.replaced(retriesUntil) : token);
        return new Session(
                id,
                eventId,
                clientId,
                username,
                Stream.concat(tokens, Stream.of(RefreshToken.ofHash(nextHash))).toList(),
                signedInAt,
                expiresAt,
                revoked);
    }
}
