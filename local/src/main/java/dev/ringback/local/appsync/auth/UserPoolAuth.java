package dev.ringback.local.appsync.auth;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.AuthRefused;
import dev.ringback.local.cognito.TokenRefused;
import dev.ringback.local.cognito.TokenVerifier;
import java.text.ParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows the users of one user pool by their id and access tokens. */
public final class UserPoolAuth {
    private static final String NOT_AUTHORIZED = "You are not authorized to make this call.";

    private final TokenVerifier tokens;
    private final Optional<Pattern> clients;
    private final String defaultAction;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param clients which app clients' tokens are taken, {@code AppIdClientRegex}; all of the pool's without it
     * @param defaultAction {@code ALLOW} or {@code DENY}
     */
    public UserPoolAuth(TokenVerifier tokens, Optional<Pattern> clients, String defaultAction) {
        this.tokens = tokens;
        this.clients = clients;
        this.defaultAction = defaultAction;
    }

    ApiCaller authenticate(String token, String sourceIp) throws AuthRefused, TokenRefused {
        JWTClaimsSet claims = tokens.verify(token);
        try {
            checkClient(claims);
            return new ApiCaller.User(identity(claims, sourceIp));
        } catch (ParseException e) {
            throw new AuthRefused(NOT_AUTHORIZED);
        }
    }

    private void checkClient(JWTClaimsSet claims) throws AuthRefused, ParseException {
        String client =
                claims.getAudience().stream().findFirst().orElse(String.valueOf(claims.getStringClaim("client_id")));
        if (clients.isPresent() && !clients.get().matcher(client).matches()) {
            throw new AuthRefused(NOT_AUTHORIZED);
        }
    }

    private ObjectNode identity(JWTClaimsSet claims, String sourceIp) throws ParseException {
        // An access token has the one, an id token the other.
        String username = Optional.ofNullable(claims.getStringClaim("username"))
                .or(() ->
                        Optional.ofNullable(claims.getClaim("cognito:username")).map(Object::toString))
                .orElse(claims.getSubject());
        ObjectNode identity = json.createObjectNode();
        identity.set("claims", json.valueToTree(claims.toJSONObject()));
        identity.put("defaultAuthStrategy", defaultAction);
        identity.set("groups", json.valueToTree(claims.getClaim("cognito:groups")));
        identity.put("issuer", claims.getIssuer());
        identity.putArray("sourceIp").add(sourceIp);
        identity.put("sub", claims.getSubject());
        return identity.put("username", username);
    }
}
