package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Gives fresh tokens for a refresh token, and a new refresh token where the client rotates them. */
final class Refresher {
    private final TokenIssuer issuer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Refresher(TokenIssuer issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    ObjectNode refresh(UserPool pool, AppClient client, String refreshToken) {
        String hash = RefreshToken.hash(refreshToken);
        Session session = pool.session(found ->
                        found.refreshToken(hash).isPresent() && found.clientId().equals(client.id()))
                .orElseThrow(Refresher::invalid);
        User user = pool.user(session.username()).orElseThrow(() -> CognitoErrors.userNotFound("User does not exist."));
        Optional<Duration> retryGrace = client.retryGrace();
        if (retryGrace.isEmpty()) {
            check(session, hash, user);
            return issuer.tokens(pool, client, user, session);
        }
        String next = RefreshToken.random(random);
        Session rotated = pool.change(found -> found.id().equals(session.id()), found -> {
                    RefreshToken used = check(found, hash, user);
                    return found.rotate(used, clock.instant(), retryGrace.get(), RefreshToken.hash(next));
                })
                .orElseThrow(Refresher::invalid);
        return issuer.tokens(pool, client, user, rotated).put("RefreshToken", next);
    }

    private RefreshToken check(Session session, String hash, User user) {
        Instant now = clock.instant();
        if (user.disabled()) {
            throw CognitoErrors.userDisabled();
        }
        if (session.revoked()) {
            throw CognitoErrors.notAuthorized("Refresh Token has been revoked");
        }
        if (session.expiresAt() <= now.getEpochSecond()) {
            throw CognitoErrors.notAuthorized("Refresh Token has expired");
        }
        RefreshToken token = session.refreshToken(hash).orElseThrow(Refresher::invalid);
        if (token.isReplaced(now)) {
            throw CognitoErrors.refreshTokenReuse();
        }
        return token;
    }

    private static RuntimeException invalid() {
        return CognitoErrors.notAuthorized("Invalid Refresh Token.");
    }
}
