package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testserver.TestPrincipal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

class ChangePasswordTest {
    private static final String OLD = CognitoFixture.PASSWORD;
    private static final String NEW = "Another-horse-2";

    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());
    private final AuthenticationResultType tokens = cognito.member("ada");

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void theNewPasswordSignsInBothWaysAndTheOldNoLonger() {
        change(OLD, NEW);

        assertThat(cognito.signIn("ada", NEW).idToken()).isNotBlank();
        assertThat(cognito.srp().signIn("ada", NEW).idToken()).isNotBlank();
        assertThatThrownBy(() -> cognito.signIn("ada", OLD)).isInstanceOf(NotAuthorizedException.class);
        assertThatThrownBy(() -> cognito.srp().signIn("ada", OLD)).isInstanceOf(NotAuthorizedException.class);
    }

    @Test
    void leavesTheUserSignedIn() {
        change(OLD, NEW);

        assertThat(cognito.auth("REFRESH_TOKEN_AUTH", Map.of("REFRESH_TOKEN", tokens.refreshToken()))
                        .idToken())
                .isNotBlank();
    }

    @Test
    void refusesAWrongPreviousPassword() {
        assertThatThrownBy(() -> change("Wrong-horse-1", NEW))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Incorrect username or password.");
        assertThat(cognito.signIn("ada", OLD).idToken()).isNotBlank();
    }

    @Test
    void refusesEvenTheRightPreviousPasswordAfterManyWrongOnes() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> change("Wrong-horse-1", NEW)).isInstanceOf(NotAuthorizedException.class);
        }

        assertThatThrownBy(() -> change(OLD, NEW))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Attempt limit exceeded, please try after some time.");
    }

    @Test
    void refusesAWeakPassword() {
        assertThatThrownBy(() -> change(OLD, "weak-weak-weak"))
                .isInstanceOf(InvalidPasswordException.class)
                .hasMessageContaining("Password must have uppercase characters");
    }

    @Test
    void refusesARevokedToken() {
        cognito.sdk.globalSignOut(request -> request.accessToken(tokens.accessToken()));

        assertThatThrownBy(() -> change(OLD, NEW))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Access Token has been revoked");
    }

    private void change(String previous, String proposed) {
        cognito.sdk.changePassword(request -> request.accessToken(tokens.accessToken())
                .previousPassword(previous)
                .proposedPassword(proposed));
    }
}
