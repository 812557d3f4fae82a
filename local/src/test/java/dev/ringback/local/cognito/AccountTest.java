package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testserver.TestPrincipal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** A user's end, by himself or an administrator, is the end of his tokens. */
class AccountTest {
    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());
    private final AuthenticationResultType tokens = cognito.member("ada");

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void whoDeletesHimselfIsGone() {
        delete();

        assertThatThrownBy(this::getUser)
                .isInstanceOf(UserNotFoundException.class)
                .hasMessageContaining("User does not exist.");
        assertThatThrownBy(this::refresh)
                .isInstanceOf(UserNotFoundException.class)
                .hasMessageContaining("User does not exist.");
        assertThatThrownBy(() -> cognito.srp().signIn("ada", CognitoFixture.PASSWORD))
                .isInstanceOf(NotAuthorizedException.class);
    }

    @Test
    void whoTakesTheNameOfADeletedUserDoesNotGetHisSignIns() {
        delete();
        cognito.member("ada");

        assertThatThrownBy(this::getUser).isInstanceOf(UserNotFoundException.class);
        assertThatThrownBy(this::refresh)
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Refresh Token has been revoked");
    }

    @Test
    void aSignedOutUserCannotDeleteHimself() {
        cognito.sdk.globalSignOut(request -> request.accessToken(tokens.accessToken()));

        assertThatThrownBy(this::delete).hasMessageContaining("Access Token has been revoked");
        assertThat(cognito.signIn("ada", CognitoFixture.PASSWORD).idToken()).isNotBlank();
    }

    @Test
    void anAdministratorDeletesAUser() {
        cognito.sdk.adminDeleteUser(request -> request.userPoolId(pool()).username("ada"));

        assertThatThrownBy(this::getUser).isInstanceOf(UserNotFoundException.class);
    }

    @Test
    void anAdministratorSignsAUserOut() {
        cognito.sdk.adminUserGlobalSignOut(request -> request.userPoolId(pool()).username("ada"));

        assertThatThrownBy(this::getUser).hasMessageContaining("Access Token has been revoked");
        assertThatThrownBy(this::refresh).hasMessageContaining("Refresh Token has been revoked");
    }

    @Test
    void aDisabledUserIsSignedOutAndStaysOut() {
        cognito.sdk.adminDisableUser(request -> request.userPoolId(pool()).username("ada"));

        assertThatThrownBy(this::getUser)
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("User is disabled.");
        assertThatThrownBy(this::refresh).hasMessageContaining("User is disabled.");
        assertThatThrownBy(() -> cognito.signIn("ada", CognitoFixture.PASSWORD))
                .hasMessageContaining("User is disabled.");
        assertThat(cognito.sdk
                        .adminGetUser(request -> request.userPoolId(pool()).username("ada"))
                        .enabled())
                .isFalse();
    }

    @Test
    void anEnabledUserSignsInAgainButHisOldTokensStayRevoked() {
        cognito.sdk.adminDisableUser(request -> request.userPoolId(pool()).username("ada"));
        cognito.sdk.adminEnableUser(request -> request.userPoolId(pool()).username("ada"));

        assertThat(cognito.signIn("ada", CognitoFixture.PASSWORD).idToken()).isNotBlank();
        assertThatThrownBy(this::getUser).hasMessageContaining("Access Token has been revoked");
    }

    private String pool() {
        return cognito.pool.ref();
    }

    private void delete() {
        cognito.sdk.deleteUser(request -> request.accessToken(tokens.accessToken()));
    }

    private void getUser() {
        cognito.sdk.getUser(request -> request.accessToken(tokens.accessToken()));
    }

    private void refresh() {
        cognito.auth("REFRESH_TOKEN_AUTH", Map.of("REFRESH_TOKEN", tokens.refreshToken()));
    }
}
