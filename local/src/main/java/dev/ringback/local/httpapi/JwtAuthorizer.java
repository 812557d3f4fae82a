package dev.ringback.local.httpapi;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.ringback.local.cognito.IssuerKeys;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets requests through that bring a token of one issuer for one of some audiences. */
final class JwtAuthorizer {
    private static final String BEARER = "bearer ";

    private final String issuer;
    private final List<String> audiences;
    private final IssuerKeys keys;
    private final Clock clock;

    JwtAuthorizer(String issuer, List<String> audiences, IssuerKeys keys, Clock clock) {
        this.issuer = issuer;
        this.audiences = List.copyOf(audiences);
        this.keys = keys;
        this.clock = clock;
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
            return judge(SignedJWT.parse(token), routeScopes);
        } catch (ParseException | JOSEException e) {
            return new Authorization.Unauthorized("unable to parse the token");
        }
    }

    private Authorization judge(SignedJWT token, List<String> routeScopes) throws ParseException, JOSEException {
        JWTClaimsSet claims = token.getJWTClaimsSet();
        Optional<String> fault = fault(token, claims);
        if (fault.isPresent()) {
            return new Authorization.Unauthorized(fault.get());
        }
        List<String> scopes = scopes(claims);
        if (!routeScopes.isEmpty() && scopes.stream().noneMatch(routeScopes::contains)) {
            return new Authorization.Forbidden();
        }
        return new Authorization.Granted(texts(claims), scopes);
    }

    private Optional<String> fault(SignedJWT token, JWTClaimsSet claims) throws ParseException, JOSEException {
        if (!issuer.equals(claims.getIssuer())) {
            return Optional.of("the token has an invalid issuer");
        }
        if (!isSigned(token)) {
            return Optional.of("the token signature is invalid");
        }
        if (!isForUs(claims)) {
            return Optional.of("the token has an invalid audience");
        }
        return timeFault(claims);
    }

    private boolean isSigned(SignedJWT token) throws JOSEException {
        if (!JWSAlgorithm.Family.RSA.contains(token.getHeader().getAlgorithm())) {
            return false;
        }
        Optional<JWK> key = keys.keysOf(issuer)
                .map(set -> set.getKeyByKeyId(token.getHeader().getKeyID()));
        return key.isPresent() && token.verify(new RSASSAVerifier(key.get().toRSAKey()));
    }

    // A token without aud, as Cognito's access tokens are, says by client_id whom it is for.
    private boolean isForUs(JWTClaimsSet claims) throws ParseException {
        List<String> named = claims.getAudience();
        return named.isEmpty()
                ? audiences.contains(claims.getStringClaim("client_id"))
                : named.stream().anyMatch(audiences::contains);
    }

    private Optional<String> timeFault(JWTClaimsSet claims) {
        Instant now = clock.instant();
        if (claims.getExpirationTime() == null
                || !claims.getExpirationTime().toInstant().isAfter(now)) {
            return Optional.of("the token has expired");
        }
        boolean early = isAfter(claims.getNotBeforeTime(), now) || isAfter(claims.getIssueTime(), now);
        return early ? Optional.of("the token is not valid yet") : Optional.empty();
    }

    private static boolean isAfter(Date time, Instant now) {
        return time != null && time.toInstant().isAfter(now);
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
