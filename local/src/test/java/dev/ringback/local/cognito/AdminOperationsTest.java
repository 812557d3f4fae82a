package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import dev.ringback.local.testserver.TestPrincipal;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

class AdminOperationsTest {
    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void showsAUserWithHisTimes() {
        cognito.signUp("ada");

        var user = cognito.sdk.adminGetUser(
                request -> request.userPoolId(cognito.pool.ref()).username("ada"));

        assertThat(user.userStatusAsString()).isEqualTo("UNCONFIRMED");
        assertThat(user.enabled()).isTrue();
        assertThat(user.userCreateDate()).isEqualTo(cognito.clock.instant());
    }

    @Test
    void aRemovedMemberHasNoGroupInHisToken() throws Exception {
        cognito.member("ada");
        cognito.sdk.adminAddUserToGroup(request ->
                request.userPoolId(cognito.pool.ref()).username("ada").groupName("operators"));
        cognito.sdk.adminRemoveUserFromGroup(request ->
                request.userPoolId(cognito.pool.ref()).username("ada").groupName("operators"));

        String token = cognito.signIn("ada", CognitoFixture.PASSWORD).idToken();

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getClaims()).doesNotContainKey("cognito:groups");
    }

    @Test
    void refusesAnUnknownUser() {
        assertThatThrownBy(() -> cognito.sdk.adminGetUser(
                        request -> request.userPoolId(cognito.pool.ref()).username("nobody")))
                .isInstanceOf(UserNotFoundException.class);
    }

    @Test
    void refusesAnUnknownGroup() {
        cognito.signUp("ada");

        assertThatThrownBy(() -> cognito.sdk.adminAddUserToGroup(request ->
                        request.userPoolId(cognito.pool.ref()).username("ada").groupName("nothing")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Group not found.");
    }

    @Test
    void refusesAnUnknownPool() {
        assertThatThrownBy(() -> cognito.sdk.adminGetUser(
                        request -> request.userPoolId("us-east-1_other").username("ada")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("User pool us-east-1_other does not exist.");
    }

    @Test
    void refusesWhomNoPolicyAllows() {
        try (CognitoFixture closed =
                new CognitoFixture(new TestPrincipal("cognito-idp:AdminGetUser", "another pool"), Optional.empty())) {
            closed.signUp("ada");

            assertThatThrownBy(() -> closed.sdk.adminGetUser(
                            request -> request.userPoolId(closed.pool.ref()).username("ada")))
                    .isInstanceOfSatisfying(
                            CognitoIdentityProviderException.class,
                            denied -> assertThat(denied.awsErrorDetails().errorCode())
                                    .isEqualTo("AccessDeniedException"));
        }
    }

    @Test
    void namesAnOperationItDoesNotKnow() {
        assertThatThrownBy(() -> cognito.sdk.listUsers(request -> request.userPoolId(cognito.pool.ref())))
                .hasMessageContaining("ListUsers");
    }
}
