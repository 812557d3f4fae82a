package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testserver.TestPrincipal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

class ForgottenPasswordTest {
    private static final String NEW = "Another-horse-2";

    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void mailsACodeToTheVerifiedAddress() {
        cognito.member("ada");

        CodeDeliveryDetailsType delivery = cognito.forget("ada");

        assertThat(delivery.destination()).isEqualTo("a***@e***");
        assertThat(delivery.deliveryMedium()).isEqualTo(DeliveryMediumType.EMAIL);
        assertThat(delivery.attributeName()).isEqualTo("email");
        assertThat(cognito.inbox.mails().getLast().address()).isEqualTo("ada@example.com");
    }

    @Test
    void theCodeSetsANewPasswordForBothWaysOfSigningIn() {
        cognito.member("ada");
        cognito.forget("ada");

        cognito.reset("ada", cognito.mailedCode(), NEW);

        assertThat(cognito.signIn("ada", NEW).idToken()).isNotBlank();
        assertThat(cognito.srp().signIn("ada", NEW).idToken()).isNotBlank();
        assertThatThrownBy(() -> cognito.srp().signIn("ada", CognitoFixture.PASSWORD))
                .isInstanceOf(NotAuthorizedException.class);
    }

    @Test
    void aNewPasswordLeavesTheUserSignedIn() {
        AuthenticationResultType tokens = cognito.member("ada");
        cognito.forget("ada");

        cognito.reset("ada", cognito.mailedCode(), NEW);

        assertThat(cognito.auth("REFRESH_TOKEN_AUTH", Map.of("REFRESH_TOKEN", tokens.refreshToken()))
                        .idToken())
                .isNotBlank();
    }

    @Test
    void aNewPasswordEndsThePauseAfterWrongOnes() {
        cognito.member("ada");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> cognito.signIn("ada", "Wrong-horse-1")).isInstanceOf(NotAuthorizedException.class);
        }
        cognito.forget("ada");

        cognito.reset("ada", cognito.mailedCode(), NEW);

        assertThat(cognito.signIn("ada", NEW).idToken()).isNotBlank();
    }

    @Test
    void aClientThatHidesUsersPretendsToMailNobody() {
        CodeDeliveryDetailsType delivery = cognito.forget("nobody");

        assertThat(delivery.destination()).matches("[a-z]\\*\\*\\*@[a-z]\\*\\*\\*");
        assertThat(cognito.forget("Nobody")).isEqualTo(delivery);
        assertThat(cognito.inbox.mails()).isEmpty();
        assertThatThrownBy(() -> cognito.reset("nobody", "123456", NEW)).isInstanceOf(CodeMismatchException.class);
    }

    @Test
    void aClientThatHidesUsersPretendsToMailOneWhoIsNotConfirmed() {
        cognito.signUp("ada");

        cognito.forget("ada");

        assertThat(cognito.inbox.mails()).hasSize(1);
    }

    @Test
    void aClientThatHidesUsersPretendsToMailOneWhoIsDisabled() {
        cognito.member("ada");
        cognito.sdk.adminDisableUser(
                request -> request.userPoolId(cognito.pool.ref()).username("ada"));

        cognito.forget("ada");

        assertThat(cognito.inbox.mails()).hasSize(1);
        assertThatThrownBy(() -> cognito.reset("ada", "123456", NEW)).isInstanceOf(CodeMismatchException.class);
    }

    @Test
    void aClientThatDoesNotHideUsersSaysWhoIsMissing() {
        String open = open();

        assertThatThrownBy(() -> cognito.forget(open, "nobody"))
                .isInstanceOf(UserNotFoundException.class)
                .hasMessageContaining("Username/client id combination not found.");
        assertThatThrownBy(() -> cognito.reset(open, "nobody", "123456", NEW))
                .isInstanceOf(UserNotFoundException.class);
    }

    @Test
    void aClientThatDoesNotHideUsersSaysWhoHasNoVerifiedAddress() {
        cognito.signUp("ada");

        assertThatThrownBy(() -> cognito.forget(open(), "ada"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Cannot reset password for the user as there is no registered/verified email");
    }

    private String open() {
        return cognito.client("open", Map.of("PreventUserExistenceErrors", "LEGACY"));
    }
}
