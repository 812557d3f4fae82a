package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import dev.ringback.local.testserver.TestPrincipal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;

/** GetTokensFromRefreshToken, with and without rotation. */
class RefreshTest {
    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void withoutRotationTheRefreshTokenStays() throws Exception {
        AuthenticationResultType first = cognito.member("ada");
        cognito.clock.advance(Duration.ofHours(2));

        AuthenticationResultType fresh = refresh(cognito.client, first.refreshToken());

        assertThat(fresh.refreshToken()).isNull();
        assertThat(username(fresh)).isEqualTo("ada");
        assertThat(originOf(fresh)).isEqualTo(originOf(first));
        assertThat(refresh(cognito.client, first.refreshToken()).idToken()).isNotBlank();
    }

    @Test
    void withRotationEachRefreshGivesANewRefreshToken() throws Exception {
        String client = rotating(0);
        AuthenticationResultType first = signIn(client);

        AuthenticationResultType second = refresh(client, first.refreshToken());
        AuthenticationResultType third = refresh(client, second.refreshToken());

        assertThat(third.refreshToken()).isNotBlank().isNotIn(first.refreshToken(), second.refreshToken());
        assertThat(originOf(third)).isEqualTo(originOf(first));
        assertThat(username(third)).isEqualTo("ada");
    }

    @Test
    void refusesARotatedRefreshToken() {
        String client = rotating(0);
        AuthenticationResultType first = signIn(client);
        refresh(client, first.refreshToken());

        assertThatThrownBy(() -> refresh(client, first.refreshToken())).isInstanceOf(RefreshTokenReuseException.class);
    }

    @Test
    void aRotatedRefreshTokenIsGoodForRetriesDuringItsGrace() {
        String client = rotating(10);
        AuthenticationResultType first = signIn(client);
        refresh(client, first.refreshToken());
        cognito.clock.advance(Duration.ofSeconds(9));

        AuthenticationResultType retried = refresh(client, first.refreshToken());
        cognito.clock.advance(Duration.ofSeconds(1));

        assertThat(refresh(client, retried.refreshToken()).idToken()).isNotBlank();
        assertThatThrownBy(() -> refresh(client, first.refreshToken())).isInstanceOf(RefreshTokenReuseException.class);
    }

    @Test
    void rotationDoesNotProlongTheSignIn() {
        String client = rotating(0);
        AuthenticationResultType first = signIn(client);
        cognito.clock.advance(Duration.ofDays(20));
        String second = refresh(client, first.refreshToken()).refreshToken();
        cognito.clock.advance(Duration.ofDays(10));

        assertThatThrownBy(() -> refresh(client, second))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Refresh Token has expired");
    }

    @Test
    void withRotationThereIsNoRefreshByInitiateAuth() {
        String client = rotating(0);
        AuthenticationResultType first = signIn(client);

        assertThatThrownBy(() -> cognito.sdk.initiateAuth(request -> request.clientId(client)
                        .authFlow("REFRESH_TOKEN_AUTH")
                        .authParameters(Map.of("REFRESH_TOKEN", first.refreshToken()))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("REFRESH_TOKEN_AUTH flow not enabled for this client");
    }

    @Test
    void revokingTheNewestRefreshTokenEndsTheWholeSignIn() {
        String client = rotating(60);
        AuthenticationResultType first = signIn(client);
        AuthenticationResultType second = refresh(client, first.refreshToken());

        cognito.sdk.revokeToken(request -> request.clientId(client).token(second.refreshToken()));

        assertThatThrownBy(() -> refresh(client, first.refreshToken()))
                .hasMessageContaining("Refresh Token has been revoked");
        assertThatThrownBy(() -> username(first)).hasMessageContaining("Access Token has been revoked");
    }

    @Test
    void refusesAnUnknownRefreshToken() {
        assertThatThrownBy(() -> refresh(cognito.client, "made-up"))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Invalid Refresh Token.");
    }

    @Test
    void refusesTheRefreshTokenOfAnotherClient() {
        AuthenticationResultType first = cognito.member("ada");
        String other = cognito.client("other", Map.of());

        assertThatThrownBy(() -> refresh(other, first.refreshToken())).hasMessageContaining("Invalid Refresh Token.");
    }

    private String rotating(int graceSeconds) {
        return cognito.create(
                        "AWS::Cognito::UserPoolClient",
                        "rotating",
                        CognitoFixture.json("{\"ExplicitAuthFlows\":[\"ALLOW_USER_SRP_AUTH\"],"
                                        + "\"RefreshTokenRotation\":{\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":"
                                        + graceSeconds + "}}")
                                .put("UserPoolId", cognito.pool.ref()))
                .ref();
    }

    private AuthenticationResultType signIn(String client) {
        cognito.member("ada");
        return cognito.srp(client).signIn("ada", CognitoFixture.PASSWORD);
    }

    private AuthenticationResultType refresh(String client, String refreshToken) {
        return cognito.sdk
                .getTokensFromRefreshToken(request -> request.clientId(client).refreshToken(refreshToken))
                .authenticationResult();
    }

    private String username(AuthenticationResultType tokens) {
        return cognito.sdk
                .getUser(request -> request.accessToken(tokens.accessToken()))
                .username();
    }

    private static String originOf(AuthenticationResultType tokens) throws Exception {
        return SignedJWT.parse(tokens.accessToken()).getJWTClaimsSet().getStringClaim("origin_jti");
    }
}
