package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testserver.TestPrincipal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

class SignInTest {
    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void givesThreeTokens() {
        AuthenticationResultType tokens = cognito.member("ada");

        assertThat(tokens.accessToken()).isNotBlank();
        assertThat(tokens.idToken()).isNotBlank();
        assertThat(tokens.refreshToken()).isNotBlank();
        assertThat(tokens.tokenType()).isEqualTo("Bearer");
        assertThat(tokens.expiresIn()).isEqualTo(3600);
    }

    @Test
    void takesTheUsernameInAnyCase() {
        cognito.member("ada");

        assertThat(cognito.signIn("Ada", CognitoFixture.PASSWORD).idToken()).isNotBlank();
    }

    @Test
    void refusesAWrongPassword() {
        cognito.member("ada");

        assertThatThrownBy(() -> cognito.signIn("ada", "Wrong-horse-1"))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Incorrect username or password.");
    }

    @Test
    void anUnknownUserLooksLikeAWrongPassword() {
        assertThatThrownBy(() -> cognito.signIn("nobody", CognitoFixture.PASSWORD))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Incorrect username or password.");
    }

    @Test
    void aClientThatDoesNotHideUsersNamesAnUnknownOne() {
        String open = cognito.client("open", Map.of("PreventUserExistenceErrors", "LEGACY"));

        assertThatThrownBy(() -> cognito.sdk.initiateAuth(request -> request.clientId(open)
                        .authFlow("USER_PASSWORD_AUTH")
                        .authParameters(Map.of("USERNAME", "nobody", "PASSWORD", "x"))))
                .isInstanceOf(UserNotFoundException.class)
                .hasMessageContaining("User does not exist.");
    }

    @Test
    void refusesAUserWhoIsNotConfirmed() {
        cognito.signUp("ada");

        assertThatThrownBy(() -> cognito.signIn("ada", CognitoFixture.PASSWORD))
                .isInstanceOf(UserNotConfirmedException.class)
                .hasMessageContaining("User is not confirmed.");
    }

    @Test
    void pausesAfterManyWrongPasswords() {
        cognito.member("ada");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> cognito.signIn("ada", "Wrong-horse-1"))
                    .hasMessageContaining("Incorrect username or password.");
        }

        assertThatThrownBy(() -> cognito.signIn("ada", CognitoFixture.PASSWORD))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Password attempts exceeded");

        cognito.clock.advance(Duration.ofSeconds(1));
        assertThat(cognito.signIn("ada", CognitoFixture.PASSWORD).idToken()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFRESH_TOKEN_AUTH", "REFRESH_TOKEN"})
    void aRefreshTokenGivesFreshTokens(String flow) {
        AuthenticationResultType first = cognito.member("ada");
        cognito.clock.advance(Duration.ofHours(2));

        AuthenticationResultType fresh = cognito.auth(flow, Map.of("REFRESH_TOKEN", first.refreshToken()));

        assertThat(fresh.refreshToken()).isNull();
        assertThat(fresh.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(cognito.sdk
                        .getUser(request -> request.accessToken(fresh.accessToken()))
                        .username())
                .isEqualTo("ada");
    }

    @Test
    void aRefreshTokenEndsWithItsLife() {
        AuthenticationResultType first = cognito.member("ada");
        cognito.clock.advance(Duration.ofDays(7));

        assertThatThrownBy(() -> cognito.auth("REFRESH_TOKEN_AUTH", Map.of("REFRESH_TOKEN", first.refreshToken())))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Refresh Token has expired");
    }

    @Test
    void refusesAnUnknownRefreshToken() {
        assertThatThrownBy(() -> cognito.auth("REFRESH_TOKEN_AUTH", Map.of("REFRESH_TOKEN", "made-up")))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Invalid Refresh Token");
    }

    @Test
    void refusesTheRefreshTokenOfAnotherClient() {
        AuthenticationResultType first = cognito.member("ada");
        String other = cognito.client("other", Map.of());

        assertThatThrownBy(() -> cognito.sdk.initiateAuth(request -> request.clientId(other)
                        .authFlow("REFRESH_TOKEN_AUTH")
                        .authParameters(Map.of("REFRESH_TOKEN", first.refreshToken()))))
                .isInstanceOf(NotAuthorizedException.class);
    }

    @Test
    void refusesAFlowThatTheClientDoesNotAllow() {
        String closed = cognito.create(
                        "AWS::Cognito::UserPoolClient",
                        "closed",
                        CognitoFixture.json("{}").put("UserPoolId", cognito.pool.ref()))
                .ref();

        assertThatThrownBy(() -> cognito.sdk.initiateAuth(request -> request.clientId(closed)
                        .authFlow("USER_PASSWORD_AUTH")
                        .authParameters(Map.of("USERNAME", "ada", "PASSWORD", "x"))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("USER_PASSWORD_AUTH flow not enabled for this client");
    }

    @Test
    void refusesAFlowForAdministrators() {
        assertThatThrownBy(() -> cognito.auth("ADMIN_USER_PASSWORD_AUTH", Map.of()))
                .isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void refusesAnUnknownFlow() {
        assertThatThrownBy(() -> cognito.auth("MAGIC", Map.of()))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("authFlow");
    }

    @Test
    void namesAMissingParameter() {
        assertThatThrownBy(() -> cognito.auth("USER_PASSWORD_AUTH", Map.of("USERNAME", "ada")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Missing required parameter PASSWORD");
    }
}
