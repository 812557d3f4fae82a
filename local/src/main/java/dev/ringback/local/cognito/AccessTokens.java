package dev.ringback.local.cognito;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;

/** Tells who an access token speaks for; the operations that take one come without a signature. */
final class AccessTokens {
    private final UserPools pools;
    private final Clock clock;

    AccessTokens(UserPools pools, Clock clock) {
        this.pools = pools;
        this.clock = clock;
    }

    record Holder(UserPool pool, User user, String clientId) {}

    Holder holder(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            UserPool pool = Optional.ofNullable(claims.getIssuer())
                    .flatMap(pools::byIssuer)
                    .filter(found -> found.keys().signedAccessToken(jwt))
                    .filter(found -> "access".equals(claims.getClaim("token_use")))
                    .orElseThrow(AccessTokens::invalid);
            return holder(pool, claims);
        } catch (ParseException noToken) {
            throw invalid();
        }
    }

    private Holder holder(UserPool pool, JWTClaimsSet claims) throws ParseException {
        if (!claims.getExpirationTime().after(Date.from(clock.instant()))) {
            throw CognitoErrors.notAuthorized("Access Token has expired");
        }
        User user = pool.user(claims.getStringClaim("username"))
                .filter(found -> found.sub().equals(claims.getSubject()))
                .orElseThrow(() -> CognitoErrors.userNotFound("User does not exist."));
        if (user.disabled()) {
            throw CognitoErrors.userDisabled();
        }
        String signIn = claims.getStringClaim("origin_jti");
        if (pool.session(session -> session.id().equals(signIn) && !session.revoked())
                .isEmpty()) {
            throw CognitoErrors.notAuthorized("Access Token has been revoked");
        }
        return new Holder(pool, user, claims.getStringClaim("client_id"));
    }

    private static RuntimeException invalid() {
        return CognitoErrors.notAuthorized("Invalid Access Token");
    }
}
