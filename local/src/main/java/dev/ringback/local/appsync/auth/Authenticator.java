package dev.ringback.local.appsync.auth;

import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.AuthRefused;
import dev.ringback.local.cognito.TokenRefused;
import dev.ringback.local.gateway.CredentialScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out who calls an API, by the modes it has.
 *
 * @param pools empty without the mode, as the others are
 */
public record Authenticator(List<UserPoolAuth> pools, Optional<SignatureAuth> signatures, Optional<KeyAuth> keys) {
    private static final String NOT_AUTHORIZED = "You are not authorized to make this call.";

    /** @param credentials headers by lower-case name */
    public ApiCaller authenticate(Map<String, String> credentials) throws AuthRefused {
        Optional<String> authorization = value(credentials, "authorization");
        Optional<String> key = value(credentials, "x-api-key");
        Optional<CredentialScope> signature = CredentialScope.of(authorization);
        String sourceIp = value(credentials, "x-forwarded-for").orElse("127.0.0.1");
        if (signature.isPresent()) {
            return signatures
                    .orElseThrow(() -> new AuthRefused(NOT_AUTHORIZED))
                    .authenticate(signature.get(), value(credentials, "x-amz-security-token"), sourceIp);
        }
        if (key.isPresent() && keys.isPresent()) {
            return keys.get().authenticate(key.get());
        }
        if (authorization.isEmpty() || pools.isEmpty()) {
            throw new AuthRefused(
                    authorization.isPresent() || key.isPresent()
                            ? NOT_AUTHORIZED
                            : "Valid authorization header not provided.");
        }
        return user(authorization.get(), sourceIp);
    }

    private ApiCaller user(String token, String sourceIp) throws AuthRefused {
        TokenRefused.Reason reason = TokenRefused.Reason.ISSUER;
        for (UserPoolAuth pool : pools) {
            try {
                return pool.authenticate(token, sourceIp);
            } catch (TokenRefused refused) {
                // That another pool's issuer is not the token's says less than what the right pool finds.
                reason = refused.reason() == TokenRefused.Reason.ISSUER ? reason : refused.reason();
            }
        }
        throw new AuthRefused(
                switch (reason) {
                    case NOT_PARSED -> "Unable to parse JWT token.";
                    case EXPIRED -> "Token has expired.";
                    case ISSUER, SIGNATURE, EARLY -> NOT_AUTHORIZED;
                });
    }

    private static Optional<String> value(Map<String, String> credentials, String name) {
        return Optional.ofNullable(credentials.get(name)).filter(text -> !text.isBlank());
    }
}
