package dev.ringback.local.cognito;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.Optional;

/** The public keys with which an issuer's tokens are checked, as its {@code jwks.json} would give them. */
public interface IssuerKeys {
    /** @param issuer a token's {@code iss}, {@code https://cognito-idp.us-east-1.amazonaws.com/us-east-1_abc} */
    Optional<JWKSet> keysOf(String issuer);
}
