package dev.ringback.local.cognito;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Starts sessions and gives out their tokens, with Cognito's claims. */
final class TokenIssuer {
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TokenIssuer(Clock clock) {
        this.clock = clock;
    }

    /** A new sign-in; its answer is the only place where its refresh token is ever seen. */
    ObjectNode signIn(UserPool pool, AppClient client, User user) {
        String refreshToken = RefreshToken.random(random);
        long now = clock.instant().getEpochSecond();
        Session session = new Session(
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                client.id(),
                user.username(),
                List.of(RefreshToken.ofHash(RefreshToken.hash(refreshToken))),
                now,
                now + client.refreshTokenLife().toSeconds(),
                false);
        pool.add(session, user);
        return tokens(pool, client, user, session).put("RefreshToken", refreshToken);
    }

    /** Fresh tokens of a sign-in. */
    ObjectNode tokens(UserPool pool, AppClient client, User user, Session session) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("AccessToken", accessToken(pool, client, user, session))
                .put("ExpiresIn", client.accessTokenLife().toSeconds())
                .put("IdToken", idToken(pool, client, user, session))
                .put("TokenType", "Bearer");
    }

    private String idToken(UserPool pool, AppClient client, User user, Session session) {
        JWTClaimsSet.Builder claims = claims(pool, user, session, client.idTokenLife())
                .audience(client.id())
                .claim("token_use", "id")
                .claim("cognito:username", user.username());
        user.attributes()
                .forEach(
                        (name, value) -> claims.claim(name, name.endsWith("_verified") ? value.equals("true") : value));
        if (user.attributes().containsKey("email") && !user.attributes().containsKey("email_verified")) {
            claims.claim("email_verified", false);
        }
        return PoolKeys.sign(claims.build(), pool.keys().forIdTokens());
    }

    private String accessToken(UserPool pool, AppClient client, User user, Session session) {
        JWTClaimsSet claims = claims(pool, user, session, client.accessTokenLife())
                .claim("client_id", client.id())
                .claim("token_use", "access")
                .claim("scope", "aws.cognito.signin.user.admin")
                .claim("username", user.username())
                .build();
        return PoolKeys.sign(claims, pool.keys().forAccessTokens());
    }

    private JWTClaimsSet.Builder claims(UserPool pool, User user, Session session, Duration life) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(pool.issuer())
                .subject(user.sub())
                .claim("auth_time", session.signedInAt())
                .claim("origin_jti", session.id())
                .claim("event_id", session.eventId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .jwtID(UUID.randomUUID().toString());
        if (!user.groups().isEmpty()) {
            claims.claim("cognito:groups", List.copyOf(user.groups()));
        }
        return claims;
    }
}
