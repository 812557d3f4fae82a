package dev.ringback.local.testserver;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.ringback.local.cognito.IssuerKeys;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** An issuer of tokens with one key. */
public final class Tokens implements IssuerKeys {
    public static final String ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool";
    public static final String AUDIENCE = "client";
    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final RSAKey key;

    public Tokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<JWKSet> keysOf(String issuer) {
        return issuer.equals(ISSUER) ? Optional.of(new JWKSet(key.toPublicJWK())) : Optional.empty();
    }

    /** Claims of an id token that is good for five minutes. */
    public static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject("someone")
                .claim("cognito:groups", List.of("a", "b"))
                .claim("email_verified", true)
                .issueTime(Date.from(NOW.minusSeconds(60)))
                .expirationTime(Date.from(NOW.plusSeconds(300)));
    }

    public String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
