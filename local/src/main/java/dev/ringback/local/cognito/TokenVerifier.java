package dev.ringback.local.cognito;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.ringback.local.cognito.TokenRefused.Reason;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Checks the tokens of one issuer: that he signed them, and that they are good now. */
public final class TokenVerifier {
    private final String issuer;
    private final IssuerKeys keys;
    private final Clock clock;

    public TokenVerifier(String issuer, IssuerKeys keys, Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.clock = clock;
    }

    /** The claims of a token that holds. */
    public JWTClaimsSet verify(String token) throws TokenRefused {
        try {
            return verify(SignedJWT.parse(token));
        } catch (ParseException | JOSEException e) {
            throw new TokenRefused(Reason.NOT_PARSED);
        }
    }

    private JWTClaimsSet verify(SignedJWT token) throws ParseException, JOSEException, TokenRefused {
        JWTClaimsSet claims = token.getJWTClaimsSet();
        if (!issuer.equals(claims.getIssuer())) {
            throw new TokenRefused(Reason.ISSUER);
        }
        if (!isSigned(token)) {
            throw new TokenRefused(Reason.SIGNATURE);
        }
        checkTime(claims);
        return claims;
    }

    private boolean isSigned(SignedJWT token) throws JOSEException {
        if (!JWSAlgorithm.Family.RSA.contains(token.getHeader().getAlgorithm())) {
            return false;
        }
        Optional<JWK> key = keys.keysOf(issuer)
                .map(set -> set.getKeyByKeyId(token.getHeader().getKeyID()));
        return key.isPresent() && token.verify(new RSASSAVerifier(key.get().toRSAKey()));
    }

    private void checkTime(JWTClaimsSet claims) throws TokenRefused {
        Instant now = clock.instant();
        if (claims.getExpirationTime() == null
                || !claims.getExpirationTime().toInstant().isAfter(now)) {
            throw new TokenRefused(Reason.EXPIRED);
        }
        if (isAfter(claims.getNotBeforeTime(), now) || isAfter(claims.getIssueTime(), now)) {
            throw new TokenRefused(Reason.EARLY);
        }
    }

    private static boolean isAfter(Date time, Instant now) {
        return time != null && time.toInstant().isAfter(now);
    }
}
