package dev.ringback.local.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.ringback.local.testserver.Tokens;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JwtAuthorizerTest {
    private static final Tokens TOKENS = new Tokens();

    private final JwtAuthorizer authorizer =
            new JwtAuthorizer(Tokens.ISSUER, List.of(Tokens.AUDIENCE), TOKENS, Clock.fixed(Tokens.NOW, ZoneOffset.UTC));

    @Test
    void takesATokenWithAndWithoutBearer() {
        String token = TOKENS.sign(Tokens.claims().build());

        assertThat(judge("Bearer " + token)).isInstanceOf(Authorization.Granted.class);
        assertThat(judge("bearer " + token)).isInstanceOf(Authorization.Granted.class);
        assertThat(judge(token)).isInstanceOf(Authorization.Granted.class);
    }

    @Test
    void givesClaimsAsTexts() {
        var granted = (Authorization.Granted) judge(TOKENS.sign(Tokens.claims().build()));

        assertThat(granted.claims())
                .containsEntry("sub", "someone")
                .containsEntry("cognito:groups", "[a b]")
                .containsEntry("email_verified", "true")
                .containsEntry("exp", Long.toString(Tokens.NOW.getEpochSecond() + 300))
                .containsEntry("aud", "client");
    }

    @Test
    void takesAnAccessTokenByItsClientId() {
        var access = Tokens.claims().audience((String) null).claim("client_id", Tokens.AUDIENCE);
        var foreign = Tokens.claims().audience((String) null).claim("client_id", "other");

        assertThat(judge(TOKENS.sign(access.build()))).isInstanceOf(Authorization.Granted.class);
        assertThat(judge(TOKENS.sign(foreign.build()))).isInstanceOf(Authorization.Unauthorized.class);
    }

    @Test
    void refusesARequestWithoutAToken() {
        assertThat(authorizer.authorize(Optional.empty(), List.of())).isEqualTo(new Authorization.Unauthorized(""));
    }

    @Test
    void refusesATokenForAnotherAudience() {
        assertUnauthorized(TOKENS.sign(Tokens.claims().audience("other").build()), "invalid audience");
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        assertUnauthorized(
                TOKENS.sign(Tokens.claims().issuer("https://elsewhere").build()), "invalid issuer");
    }

    @Test
    void refusesATokenThatAnotherKeySigned() {
        assertUnauthorized(new Tokens().sign(Tokens.claims().build()), "signature");
    }

    @Test
    void refusesATokenThatHasBeenChanged() {
        String[] parts = TOKENS.sign(Tokens.claims().build()).split("\\.");
        String[] others = TOKENS.sign(Tokens.claims().subject("other").build()).split("\\.");

        assertUnauthorized(parts[0] + "." + others[1] + "." + parts[2], "signature");
    }

    @Test
    void refusesATokenThatHasExpired() {
        assertUnauthorized(
                TOKENS.sign(
                        Tokens.claims().expirationTime(Date.from(Tokens.NOW)).build()),
                "expired");
    }

    @Test
    void refusesATokenWithoutAnEnd() {
        assertUnauthorized(TOKENS.sign(Tokens.claims().expirationTime(null).build()), "expired");
    }

    @Test
    void refusesATokenThatIsNotValidYet() {
        Date later = Date.from(Tokens.NOW.plusSeconds(10));

        assertUnauthorized(TOKENS.sign(Tokens.claims().notBeforeTime(later).build()), "not valid yet");
        assertUnauthorized(TOKENS.sign(Tokens.claims().issueTime(later).build()), "not valid yet");
    }

    @Test
    void refusesATokenThatIsNotSigned() {
        assertUnauthorized(new PlainJWT(Tokens.claims().build()).serialize(), "");
    }

    @Test
    void refusesATokenThatIsSignedWithASecret() throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key").build(),
                Tokens.claims().build());
        token.sign(new MACSigner(new byte[32]));

        assertUnauthorized(token.serialize(), "signature");
    }

    @Test
    void refusesNonsense() {
        assertUnauthorized("Bearer nonsense", "");
        assertUnauthorized("Basic YTpi", "");
    }

    @Test
    void asksForOneOfTheRoutesScopes() {
        String token = TOKENS.sign(Tokens.claims().claim("scope", "read write").build());

        assertThat(authorizer.authorize(Optional.of(token), List.of("write", "all")))
                .isInstanceOf(Authorization.Granted.class);
        assertThat(authorizer.authorize(Optional.of(token), List.of("all"))).isEqualTo(new Authorization.Forbidden());
    }

    private Authorization judge(String header) {
        return authorizer.authorize(Optional.of(header), List.of());
    }

    private void assertUnauthorized(String header, String reason) {
        assertThat(judge(header))
                .isInstanceOfSatisfying(
                        Authorization.Unauthorized.class,
                        refusal -> assertThat(refusal.reason()).contains(reason));
    }
}
