package dev.ringback.local.httpapi;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.ringback.local.cognito.IssuerKeys;
import dev.ringback.local.cognito.TokenRefused;
import dev.ringback.local.cognito.TokenVerifier;
import java.text.ParseException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets requests through that bring a token of one issuer for one of some audiences. */
final class JwtAuthorizer {
    private static final String BEARER = "bearer ";

    private final TokenVerifier tokens;
    private final List<String> audiences;

    JwtAuthorizer(String issuer, List<String> audiences, IssuerKeys keys, Clock clock) {
        this.tokens = new TokenVerifier(issuer, keys, clock);
        this.audiences = List.copyOf(audiences);
    }

    /** @param header the {@code Authorization} header, with or without {@code Bearer} before the token */
    Authorization authorize(Optional<String> header, List<String> routeScopes) {
        if (header.isEmpty() || header.get().isBlank()) {
            return new Authorization.Unauthorized("");
        }
        String text = header.get().strip();
        String token = text.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? text.substring(BEARER.length()).strip()
                : text;
        try {
            return judge(tokens.verify(token), routeScopes);
        } catch (TokenRefused refused) {
            return new Authorization.Unauthorized(refused.getMessage());
        } catch (ParseException e) {
            return new Authorization.Unauthorized("unable to parse the token");
        }
    }

    private Authorization judge(JWTClaimsSet claims, List<String> routeScopes) throws ParseException {
        if (!isForUs(claims)) {
            return new Authorization.Unauthorized("the token has an invalid audience");
        }
        List<String> scopes = scopes(claims);
        if (!routeScopes.isEmpty() && scopes.stream().noneMatch(routeScopes::contains)) {
            return new Authorization.Forbidden();
        }
        return new Authorization.Granted(texts(claims), scopes);
    }

    // A token without aud, as Cognito's access tokens are, says by client_id whom it is for.
    private boolean isForUs(JWTClaimsSet claims) throws ParseException {
        List<String> named = claims.getAudience();
        return named.isEmpty()
                ? audiences.contains(claims.getStringClaim("client_id"))
                : named.stream().anyMatch(audiences::contains);
    }

    private static List<String> scopes(JWTClaimsSet claims) {
        Object scope = Optional.ofNullable(claims.getClaim("scope")).orElse(claims.getClaim("scp"));
        return switch (scope) {
            case String text -> List.of(text.split(" "));
            case List<?> list -> list.stream().map(Objects::toString).toList();
            case null, default -> List.of();
        };
    }

    private static Map<String, String> texts(JWTClaimsSet claims) {
        Map<String, String> texts = new HashMap<>();
        claims.toJSONObject().forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(JwtAuthorizer::text).collect(Collectors.joining(" ", "[", "]"))
                : Objects.toString(value);
    }
}
