package dev.ringback.local.cognito;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;

/** A pool's two keys: as at Cognito, ID tokens and access tokens are signed with different ones. */
record PoolKeys(RSAKey forIdTokens, RSAKey forAccessTokens) {
    private static final int BITS = 2048;

    static PoolKeys generate() {
        return new PoolKeys(newKey(), newKey());
    }

    static PoolKeys parse(String jwks) {
        try {
            List<JWK> keys = JWKSet.parse(jwks).getKeys();
            return new PoolKeys(keys.get(0).toRSAKey(), keys.get(1).toRSAKey());
        } catch (ParseException e) {
            throw new IllegalStateException("The user pool's keys are unreadable", e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    JWKSet publicKeys() {
        return set().toPublicJWKSet();
    }

    String withPrivateParts() {
        return set().toString(false);
    }

    private JWKSet set() {
        return new JWKSet(List.of(forIdTokens, forAccessTokens));
    }

    static String sign(JWTClaimsSet claims, RSAKey key) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean signedAccessToken(SignedJWT token) {
        try {
            return token.verify(new RSASSAVerifier(forAccessTokens.toRSAPublicKey()));
        } catch (JOSEException | IllegalStateException unverifiable) {
            return false;
        }
    }
}
