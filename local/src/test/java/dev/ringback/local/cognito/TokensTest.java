package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.TestPrincipal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedTokenTypeException;

class TokensTest {
    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void anIdTokenHasCognitosClaims() throws Exception {
        cognito.signUp("ada");
        cognito.confirm("ada", cognito.mailedCode());
        cognito.sdk.adminAddUserToGroup(request ->
                request.userPoolId(cognito.pool.ref()).username("ada").groupName("operators"));

        JWTClaimsSet claims =
                claims(cognito.signIn("ada", CognitoFixture.PASSWORD).idToken());

        long now = cognito.clock.instant().getEpochSecond();
        assertThat(claims.getIssuer()).isEqualTo("https://cognito-idp.us-east-1.amazonaws.com/" + cognito.pool.ref());
        assertThat(claims.getAudience()).containsExactly(cognito.client);
        assertThat(claims.getStringClaim("token_use")).isEqualTo("id");
        assertThat(claims.getStringClaim("cognito:username")).isEqualTo("ada");
        assertThat(claims.getStringListClaim("cognito:groups")).isEqualTo(List.of("operators"));
        assertThat(claims.getStringClaim("email")).isEqualTo("ada@example.com");
        assertThat(claims.getBooleanClaim("email_verified")).isTrue();
        assertThat(claims.getLongClaim("auth_time")).isEqualTo(now);
        assertThat(claims.getIssueTime().toInstant().getEpochSecond()).isEqualTo(now);
        assertThat(claims.getExpirationTime().toInstant().getEpochSecond()).isEqualTo(now + 1800);
        assertThat(claims.getClaims().keySet()).contains("sub", "jti", "origin_jti", "event_id");
    }

    @Test
    void anAccessTokenHasCognitosClaims() throws Exception {
        String sub = cognito.signUp("ada").userSub();
        cognito.confirm("ada", cognito.mailedCode());

        JWTClaimsSet claims =
                claims(cognito.signIn("ada", CognitoFixture.PASSWORD).accessToken());

        assertThat(claims.getSubject()).isEqualTo(sub);
        assertThat(claims.getAudience()).isEmpty();
        assertThat(claims.getStringClaim("client_id")).isEqualTo(cognito.client);
        assertThat(claims.getStringClaim("token_use")).isEqualTo("access");
        assertThat(claims.getStringClaim("scope")).isEqualTo("aws.cognito.signin.user.admin");
        assertThat(claims.getStringClaim("username")).isEqualTo("ada");
        assertThat(claims.getExpirationTime().toInstant().getEpochSecond())
                .isEqualTo(cognito.clock.instant().getEpochSecond() + 3600);
        assertThat(claims.getClaims()).doesNotContainKeys("email", "cognito:groups");
    }

    @Test
    void aRefreshKeepsTheTimeAndTheNameOfTheSignIn() throws Exception {
        AuthenticationResultType first = cognito.member("ada");
        cognito.clock.advance(Duration.ofMinutes(10));

        JWTClaimsSet before = claims(first.idToken());
        JWTClaimsSet after = claims(cognito.auth("REFRESH_TOKEN_AUTH", Map.of("REFRESH_TOKEN", first.refreshToken()))
                .idToken());

        assertThat(after.getLongClaim("auth_time")).isEqualTo(before.getLongClaim("auth_time"));
        assertThat(after.getStringClaim("origin_jti")).isEqualTo(before.getStringClaim("origin_jti"));
        assertThat(after.getJWTID()).isNotEqualTo(before.getJWTID());
    }

    @Test
    void bothTokensVerifyWithThePublishedKeysOfTheirIssuer() throws Exception {
        AuthenticationResultType tokens = cognito.member("ada");

        for (SignedJWT token : List.of(SignedJWT.parse(tokens.idToken()), SignedJWT.parse(tokens.accessToken()))) {
            JWKSet keys =
                    cognito.pools.keysOf(token.getJWTClaimsSet().getIssuer()).orElseThrow();
            var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
            assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
            assertThat(key.isPrivate()).isFalse();
        }
    }

    @Test
    void everyPoolHasKeysOfItsOwn() {
        UserPools fresh = new UserPools("us-east-1", "000000000000", Optional.empty(), cognito.clock);
        CognitoResources resources = new CognitoResources(fresh);
        List<String> issuers = List.of("one", "two").stream()
                .map(name -> resources
                        .create(new ResourceDeclaration(
                                "identity", name, "AWS::Cognito::UserPool", CognitoFixture.json("{}"), name))
                        .attributes()
                        .get("ProviderURL"))
                .toList();

        assertThat(fresh.keysOf(issuers.get(0))).isNotEqualTo(fresh.keysOf(issuers.get(1)));
    }

    @Test
    void thereAreNoKeysOfAnotherIssuer() {
        assertThat(cognito.pools.keysOf("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_other"))
                .isEmpty();
    }

    @Test
    void theWellKnownKeysAreThoseOfThePool() throws Exception {
        WellKnownEndpoint endpoint = new WellKnownEndpoint(cognito.pools, "http://127.0.0.1:4566");
        var answer = endpoint.answer(Requests.of("GET", "/" + cognito.pool.ref() + "/.well-known/jwks.json", ""));

        JWKSet keys = JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
        assertThat(keys.getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
    }

    @Test
    void theWellKnownConfigurationLeadsToTheKeys() {
        WellKnownEndpoint endpoint = new WellKnownEndpoint(cognito.pools, "http://127.0.0.1:4566");
        var answer =
                endpoint.answer(Requests.of("GET", "/" + cognito.pool.ref() + "/.well-known/openid-configuration", ""));

        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("\"issuer\":\"https://cognito-idp.us-east-1.amazonaws.com/" + cognito.pool.ref() + "\"")
                .contains("http://127.0.0.1:4566/" + cognito.pool.ref() + "/.well-known/jwks.json");
    }

    @Test
    void thereIsNothingWellKnownOfAnotherPool() {
        WellKnownEndpoint endpoint = new WellKnownEndpoint(cognito.pools, "http://127.0.0.1:4566");

        assertThat(endpoint.answer(Requests.of("GET", "/us-east-1_other/.well-known/jwks.json", ""))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void getUserTellsWhoTheTokenSpeaksFor() {
        AuthenticationResultType tokens = cognito.member("ada");

        var user = cognito.sdk.getUser(request -> request.accessToken(tokens.accessToken()));

        assertThat(user.username()).isEqualTo("ada");
        assertThat(user.userAttributes()).contains(CognitoFixture.attribute("email", "ada@example.com"));
    }

    @Test
    void anExpiredAccessTokenIsRefused() {
        AuthenticationResultType tokens = cognito.member("ada");
        cognito.clock.advance(Duration.ofHours(1));

        assertThatThrownBy(() -> getUser(tokens.accessToken()))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Access Token has expired");
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        AuthenticationResultType tokens = cognito.member("ada");

        assertThatThrownBy(() -> getUser(tokens.idToken()))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Invalid Access Token");
    }

    @Test
    void aTokenWithoutItsSignatureIsRefused() {
        String token = cognito.member("ada").accessToken();

        assertThatThrownBy(() -> getUser(token.substring(0, token.lastIndexOf('.') + 1) + "AAAA"))
                .hasMessageContaining("Invalid Access Token");
    }

    @Test
    void whatIsNoTokenIsRefused() {
        assertThatThrownBy(() -> getUser("text")).hasMessageContaining("Invalid Access Token");
    }

    @Test
    void signingOutEverywhereEndsAllTokens() {
        AuthenticationResultType tokens = cognito.member("ada");
        AuthenticationResultType elsewhere = cognito.signIn("ada", CognitoFixture.PASSWORD);

        cognito.sdk.globalSignOut(request -> request.accessToken(tokens.accessToken()));

        assertThatThrownBy(() -> getUser(elsewhere.accessToken()))
                .hasMessageContaining("Access Token has been revoked");
        assertThatThrownBy(() -> cognito.auth("REFRESH_TOKEN_AUTH", Map.of("REFRESH_TOKEN", elsewhere.refreshToken())))
                .hasMessageContaining("Refresh Token has been revoked");
    }

    @Test
    void revokingARefreshTokenEndsThatSignInOnly() {
        AuthenticationResultType tokens = cognito.member("ada");
        AuthenticationResultType elsewhere = cognito.signIn("ada", CognitoFixture.PASSWORD);

        cognito.sdk.revokeToken(request -> request.clientId(cognito.client).token(tokens.refreshToken()));

        assertThatThrownBy(() -> getUser(tokens.accessToken())).hasMessageContaining("revoked");
        assertThat(getUser(elsewhere.accessToken())).isEqualTo("ada");
    }

    @Test
    void revokesNoAccessTokenAndNoIdToken() {
        AuthenticationResultType tokens = cognito.member("ada");

        for (String token : List.of(tokens.accessToken(), tokens.idToken())) {
            assertThatThrownBy(() -> cognito.sdk.revokeToken(
                            request -> request.clientId(cognito.client).token(token)))
                    .isInstanceOf(UnsupportedTokenTypeException.class);
        }
        assertThat(getUser(tokens.accessToken())).isEqualTo("ada");
    }

    private String getUser(String accessToken) {
        return cognito.sdk.getUser(request -> request.accessToken(accessToken)).username();
    }

    private static JWTClaimsSet claims(String token) throws Exception {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }
}
