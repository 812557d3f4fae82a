package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testserver.TestPrincipal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
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

        CodeDeliveryDetailsType delivery = forget("ada");

        assertThat(delivery.destination()).isEqualTo("a***@e***");
        assertThat(delivery.deliveryMedium()).isEqualTo(DeliveryMediumType.EMAIL);
        assertThat(delivery.attributeName()).isEqualTo("email");
        assertThat(cognito.inbox.mails().getLast().address()).isEqualTo("ada@example.com");
    }

    @Test
    void theCodeSetsANewPasswordForBothWaysOfSigningIn() {
        cognito.member("ada");
        forget("ada");

        reset("ada", cognito.mailedCode(), NEW);

        assertThat(cognito.signIn("ada", NEW).idToken()).isNotBlank();
        assertThat(cognito.srp().signIn("ada", NEW).idToken()).isNotBlank();
        assertThatThrownBy(() -> cognito.srp().signIn("ada", CognitoFixture.PASSWORD))
                .isInstanceOf(NotAuthorizedException.class);
    }

    @Test
    void aNewPasswordLeavesTheUserSignedIn() {
        AuthenticationResultType tokens = cognito.member("ada");
        forget("ada");

        reset("ada", cognito.mailedCode(), NEW);

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
        forget("ada");

        reset("ada", cognito.mailedCode(), NEW);

        assertThat(cognito.signIn("ada", NEW).idToken()).isNotBlank();
    }

    @Test
    void aCodeIsGoodOnce() {
        cognito.member("ada");
        forget("ada");
        String code = cognito.mailedCode();
        reset("ada", code, NEW);

        assertThatThrownBy(() -> reset("ada", code, NEW)).isInstanceOf(ExpiredCodeException.class);
    }

    @Test
    void refusesAWrongCode() {
        cognito.member("ada");
        forget("ada");

        assertThatThrownBy(() -> reset("ada", "not-it", NEW))
                .isInstanceOf(CodeMismatchException.class)
                .hasMessageContaining("Invalid verification code provided, please try again.");
    }

    @Test
    void refusesTheCodeOfTheSignUp() {
        cognito.signUp("ada");
        String signUpCode = cognito.mailedCode();

        assertThatThrownBy(() -> reset("ada", signUpCode, NEW)).isInstanceOf(ExpiredCodeException.class);
    }

    @Test
    void refusesACodeAfterAnHour() {
        cognito.member("ada");
        forget("ada");
        cognito.clock.advance(Duration.ofHours(1).plusSeconds(1));

        assertThatThrownBy(() -> reset("ada", cognito.mailedCode(), NEW))
                .isInstanceOf(ExpiredCodeException.class)
                .hasMessageContaining("Invalid code provided, please request a code again.");
    }

    @Test
    void refusesWithoutHavingBeenAskedForACode() {
        cognito.member("ada");

        assertThatThrownBy(() -> reset("ada", "123456", NEW)).isInstanceOf(ExpiredCodeException.class);
    }

    @Test
    void refusesEvenTheRightCodeAfterManyWrongOnes() {
        cognito.member("ada");
        forget("ada");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> reset("ada", "not-it", NEW)).isInstanceOf(CodeMismatchException.class);
        }

        assertThatThrownBy(() -> reset("ada", cognito.mailedCode(), NEW))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Attempt limit exceeded, please try after some time.");
    }

    @Test
    void refusesToSendManyCodes() {
        cognito.member("ada");
        for (int i = 0; i < 20; i++) {
            forget("ada");
        }

        assertThatThrownBy(() -> forget("ada")).isInstanceOf(LimitExceededException.class);

        cognito.clock.advance(Duration.ofMinutes(15));
        assertThat(forget("ada")).isNotNull();
    }

    @Test
    void aWeakPasswordLeavesTheCodeGood() {
        cognito.member("ada");
        forget("ada");

        assertThatThrownBy(() -> reset("ada", cognito.mailedCode(), "Short-1"))
                .isInstanceOf(InvalidPasswordException.class)
                .hasMessageContaining("Password did not conform with policy: Password not long enough");
        reset("ada", cognito.mailedCode(), NEW);
    }

    @Test
    void aClientThatHidesUsersPretendsToMailNobody() {
        CodeDeliveryDetailsType delivery = forget("nobody");

        assertThat(delivery.destination()).matches("[a-z]\\*\\*\\*@[a-z]\\*\\*\\*");
        assertThat(forget("Nobody")).isEqualTo(delivery);
        assertThat(cognito.inbox.mails()).isEmpty();
        assertThatThrownBy(() -> reset("nobody", "123456", NEW)).isInstanceOf(CodeMismatchException.class);
    }

    @Test
    void aClientThatHidesUsersPretendsToMailOneWhoIsNotConfirmed() {
        cognito.signUp("ada");

        forget("ada");

        assertThat(cognito.inbox.mails()).hasSize(1);
    }

    @Test
    void aClientThatHidesUsersPretendsToMailOneWhoIsDisabled() {
        cognito.member("ada");
        cognito.sdk.adminDisableUser(
                request -> request.userPoolId(cognito.pool.ref()).username("ada"));

        forget("ada");

        assertThat(cognito.inbox.mails()).hasSize(1);
        assertThatThrownBy(() -> reset("ada", "123456", NEW)).isInstanceOf(CodeMismatchException.class);
    }

    @Test
    void aClientThatDoesNotHideUsersSaysWhoIsMissing() {
        String open = open();

        assertThatThrownBy(() -> forget(open, "nobody"))
                .isInstanceOf(UserNotFoundException.class)
                .hasMessageContaining("Username/client id combination not found.");
        assertThatThrownBy(() -> reset(open, "nobody", "123456", NEW)).isInstanceOf(UserNotFoundException.class);
    }

    @Test
    void aClientThatDoesNotHideUsersSaysWhoHasNoVerifiedAddress() {
        cognito.signUp("ada");

        assertThatThrownBy(() -> forget(open(), "ada"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Cannot reset password for the user as there is no registered/verified email");
    }

    private String open() {
        return cognito.client("open", Map.of("PreventUserExistenceErrors", "LEGACY"));
    }

    private CodeDeliveryDetailsType forget(String username) {
        return forget(cognito.client, username);
    }

    private CodeDeliveryDetailsType forget(String client, String username) {
        return cognito.sdk
                .forgotPassword(request -> request.clientId(client).username(username))
                .codeDeliveryDetails();
    }

    private void reset(String username, String code, String password) {
        reset(cognito.client, username, code, password);
    }

    private void reset(String client, String username, String code, String password) {
        cognito.sdk.confirmForgotPassword(request -> request.clientId(client)
                .username(username)
                .confirmationCode(code)
                .password(password));
    }
}
