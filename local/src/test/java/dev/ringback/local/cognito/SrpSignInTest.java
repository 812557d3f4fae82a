package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testclient.SrpSignIn;
import dev.ringback.local.testserver.TestPrincipal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

class SrpSignInTest {
    private static final String PASSWORD = CognitoFixture.PASSWORD;
    private static final String INCORRECT = "Incorrect username or password.";

    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());
    private final SrpSignIn srp = cognito.srp();

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void givesThreeTokens() {
        cognito.member("ada");

        AuthenticationResultType tokens = srp.signIn("ada", PASSWORD);

        assertThat(tokens.idToken()).isNotBlank();
        assertThat(tokens.refreshToken()).isNotBlank();
        assertThat(cognito.sdk
                        .getUser(request -> request.accessToken(tokens.accessToken()))
                        .username())
                .isEqualTo("ada");
    }

    @Test
    void takesTheUsernameInAnyCaseAndProvesTheOneSignedUp() {
        cognito.member("ada");

        assertThat(srp.ask("ADA").challengeParameters())
                .containsEntry("USERNAME", "ada")
                .containsEntry("USER_ID_FOR_SRP", "ada");
        assertThat(srp.signIn("ADA", PASSWORD).idToken()).isNotBlank();
    }

    @Test
    void refusesAWrongPassword() {
        cognito.member("ada");

        assertThatThrownBy(() -> srp.signIn("ada", "Wrong-horse-1"))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining(INCORRECT);
    }

    @Test
    void anUnknownUserGetsTheSameChallengeEachTimeAndIsRefusedAtItsEnd() {
        Map<String, String> challenge = srp.ask("nobody").challengeParameters();

        assertThat(challenge).containsOnlyKeys("SALT", "SECRET_BLOCK", "SRP_B", "USERNAME", "USER_ID_FOR_SRP");
        assertThat(srp.ask("Nobody").challengeParameters())
                .containsEntry("SALT", challenge.get("SALT"))
                .containsEntry("USER_ID_FOR_SRP", challenge.get("USER_ID_FOR_SRP"));
        assertThat(srp.ask("noone").challengeParameters().get("SALT")).isNotEqualTo(challenge.get("SALT"));
        assertThatThrownBy(() -> srp.signIn("nobody", PASSWORD))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining(INCORRECT);
    }

    @Test
    void aClientThatDoesNotHideUsersNamesAnUnknownOneAtOnce() {
        String open = cognito.client("open", Map.of("PreventUserExistenceErrors", "LEGACY"));

        assertThatThrownBy(() -> cognito.srp(open).ask("nobody"))
                .isInstanceOf(UserNotFoundException.class)
                .hasMessageContaining("User does not exist.");
    }

    @Test
    void tellsThatAUserIsNotConfirmedOnlyToWhoKnowsHisPassword() {
        cognito.signUp("ada");

        assertThatThrownBy(() -> srp.signIn("ada", "Wrong-horse-1")).isInstanceOf(NotAuthorizedException.class);
        assertThatThrownBy(() -> srp.signIn("ada", PASSWORD))
                .isInstanceOf(UserNotConfirmedException.class)
                .hasMessageContaining("User is not confirmed.");
    }

    @Test
    void refusesADisabledUser() {
        cognito.member("ada");
        cognito.sdk.adminDisableUser(
                request -> request.userPoolId(cognito.pool.ref()).username("ada"));

        assertThatThrownBy(() -> srp.signIn("ada", PASSWORD))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("User is disabled.");
    }

    @Test
    void wrongPasswordsOfBothFlowsCountTogether() {
        cognito.member("ada");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> srp.signIn("ada", "Wrong-horse-1")).hasMessageContaining(INCORRECT);
        }
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> cognito.signIn("ada", "Wrong-horse-1")).hasMessageContaining(INCORRECT);
        }

        assertThatThrownBy(() -> srp.signIn("ada", PASSWORD))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Password attempts exceeded");

        cognito.clock.advance(Duration.ofSeconds(1));
        assertThat(srp.signIn("ada", PASSWORD).idToken()).isNotBlank();
    }

    @Test
    void aNameThatNobodyHasIsPausedLikeAnyOther() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> srp.signIn("nobody", PASSWORD)).hasMessageContaining(INCORRECT);
        }

        assertThatThrownBy(() -> srp.signIn("nobody", PASSWORD)).hasMessageContaining("Password attempts exceeded");
    }

    @Test
    void refusesAClientThatDoesNotAllowIt() {
        String closed = cognito.create(
                        "AWS::Cognito::UserPoolClient",
                        "closed",
                        CognitoFixture.json("{\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"]}")
                                .put("UserPoolId", cognito.pool.ref()))
                .ref();

        assertThatThrownBy(() -> cognito.srp(closed).ask("ada"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("USER_SRP_AUTH flow not enabled for this client");
    }
}
