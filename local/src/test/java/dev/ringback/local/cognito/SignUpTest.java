package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.inbox.Mail;
import dev.ringback.local.testserver.TestPrincipal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidPasswordException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

class SignUpTest {
    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void aSignUpMailsACode() {
        SignUpResponse answer = cognito.signUp("ada");

        Mail mail = cognito.inbox.mails().getFirst();
        assertThat(answer.userConfirmed()).isFalse();
        assertThat(answer.userSub()).isNotBlank();
        assertThat(answer.codeDeliveryDetails().deliveryMedium()).isEqualTo(DeliveryMediumType.EMAIL);
        assertThat(answer.codeDeliveryDetails().destination()).isEqualTo("a***@e***");
        assertThat(mail.address()).isEqualTo("ada@example.com");
        assertThat(mail.subject()).isEqualTo("Verify");
        assertThat(mail.confirmationCode()).matches("[0-9]{6}");
        assertThat(mail.text()).isEqualTo("The code is " + mail.confirmationCode() + ".");
    }

    @Test
    void theMailedCodeConfirmsTheUserAndTheAddress() {
        cognito.signUp("ada");
        cognito.confirm("ada", cognito.mailedCode());

        var user = cognito.sdk.adminGetUser(
                request -> request.userPoolId(cognito.pool.ref()).username("ada"));
        assertThat(user.userStatusAsString()).isEqualTo("CONFIRMED");
        assertThat(user.userAttributes()).contains(CognitoFixture.attribute("email_verified", "true"));
    }

    @Test
    void aUsernameIsTakenOnlyOnceWhateverItsCase() {
        cognito.signUp("ada");

        assertThatThrownBy(() -> cognito.signUp("ADA"))
                .isInstanceOf(UsernameExistsException.class)
                .hasMessageContaining("User already exists");
        assertThat(cognito.inbox.mails()).hasSize(1);
    }

    @Test
    void manySignUpsOfOneNameAtOnceMakeOneUser() {
        AtomicInteger made = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.submit(() -> {
                    cognito.signUp("ada");
                    return made.incrementAndGet();
                });
            }
        }

        assertThat(made).hasValue(1);
        assertThat(cognito.inbox.mails()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Short-1, Password not long enough",
        "correct-horse-1, Password must have uppercase characters",
        "CORRECT-HORSE-1, Password must have lowercase characters",
        "Correct-horse-x, Password must have numeric characters",
        "Correct1horse1x, Password must have symbol characters",
    })
    void refusesAPasswordOutsideThePolicy(String password, String reason) {
        assertThatThrownBy(() -> cognito.signUp("ada", password))
                .isInstanceOf(InvalidPasswordException.class)
                .hasMessageContaining("Password did not conform with policy: " + reason);
        assertThat(cognito.inbox.mails()).isEmpty();
    }

    @Test
    void refusesAPasswordThatEndsInASpace() {
        assertThatThrownBy(() -> cognito.signUp("ada", CognitoFixture.PASSWORD + " "))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Value at 'password' failed to satisfy constraint");
    }

    @Test
    void refusesAUsernameWithASpace() {
        assertThatThrownBy(() -> cognito.signUp("ada lovelace"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Value at 'username'");
    }

    @Test
    void refusesWithoutARequiredAttribute() {
        assertThatThrownBy(() -> cognito.sdk.signUp(request ->
                        request.clientId(cognito.client).username("ada").password(CognitoFixture.PASSWORD)))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Attributes did not conform to the schema: email: The attribute is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@", "@example.com", "ada@example", "a b@example.com"})
    void refusesAnAddressThatIsNone(String address) {
        assertThatThrownBy(() -> cognito.sdk.signUp(request -> request.clientId(cognito.client)
                        .username("ada")
                        .password(CognitoFixture.PASSWORD)
                        .userAttributes(CognitoFixture.attribute("email", address))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid email address format.");
    }

    @Test
    void refusesAnUnknownAttribute() {
        assertThatThrownBy(() -> signUpWith("custom:team", "first"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Attributes did not conform to the schema: custom:team: Attribute does not exist"
                        + " in the schema.");
    }

    @Test
    void refusesToTakeAnAddressForVerified() {
        assertThatThrownBy(() -> signUpWith("email_verified", "true"))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("A client attempted to write unauthorized attribute");
    }

    @Test
    void refusesAnUnknownClient() {
        assertThatThrownBy(() -> cognito.sdk.signUp(
                        request -> request.clientId("nobody").username("ada").password("x")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("User pool client nobody does not exist.");
    }

    @Test
    void refusesWhereOnlyAdministratorsMakeUsers() {
        var closed = cognito.create(
                "AWS::Cognito::UserPool",
                "closed",
                CognitoFixture.json("{\"AdminCreateUserConfig\":{\"AllowAdminCreateUserOnly\":true}}"));
        String client = cognito.create(
                        "AWS::Cognito::UserPoolClient",
                        "closedclient",
                        CognitoFixture.json("{}").put("UserPoolId", closed.ref()))
                .ref();

        assertThatThrownBy(() -> cognito.sdk.signUp(
                        request -> request.clientId(client).username("ada").password(CognitoFixture.PASSWORD)))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("SignUp is not permitted for this user pool");
    }

    @Test
    void refusesAWrongCode() {
        cognito.signUp("ada");

        assertThatThrownBy(() -> cognito.confirm("ada", "not-it"))
                .isInstanceOf(CodeMismatchException.class)
                .hasMessageContaining("Invalid verification code provided, please try again.");
    }

    @Test
    void refusesEvenTheRightCodeAfterManyWrongOnes() {
        cognito.signUp("ada");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> cognito.confirm("ada", "not-it")).isInstanceOf(CodeMismatchException.class);
        }

        assertThatThrownBy(() -> cognito.confirm("ada", cognito.mailedCode()))
                .isInstanceOf(LimitExceededException.class);

        cognito.clock.advance(Duration.ofMinutes(15));
        cognito.confirm("ada", cognito.mailedCode());
    }

    @Test
    void refusesACodeAfterADay() {
        cognito.signUp("ada");
        cognito.clock.advance(Duration.ofHours(24).plusSeconds(1));

        assertThatThrownBy(() -> cognito.confirm("ada", cognito.mailedCode()))
                .isInstanceOf(ExpiredCodeException.class)
                .hasMessageContaining("Invalid code provided, please request a code again.");
    }

    @Test
    void refusesToConfirmTwice() {
        cognito.member("ada");

        assertThatThrownBy(() -> cognito.confirm("ada", "123456"))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("User cannot be confirmed. Current status is CONFIRMED");
    }

    @Test
    void aClientThatHidesUsersDoesNotSayWhoIsMissing() {
        assertThatThrownBy(() -> cognito.confirm("nobody", "123456")).isInstanceOf(ExpiredCodeException.class);
    }

    @Test
    void aClientThatDoesNotHideUsersSaysWhoIsMissing() {
        String open = cognito.client("open", Map.of("PreventUserExistenceErrors", "LEGACY"));

        assertThatThrownBy(() -> cognito.sdk.confirmSignUp(
                        request -> request.clientId(open).username("nobody").confirmationCode("123456")))
                .isInstanceOf(UserNotFoundException.class);
    }

    @Test
    void aCodeSentAgainReplacesTheFirst() {
        cognito.signUp("ada");
        String first = cognito.mailedCode();

        resend("ada");

        assertThat(cognito.inbox.mails()).hasSize(2);
        if (!first.equals(cognito.mailedCode())) {
            assertThatThrownBy(() -> cognito.confirm("ada", first)).isInstanceOf(CodeMismatchException.class);
        }
        cognito.confirm("ada", cognito.mailedCode());
    }

    @Test
    void pretendsToSendACodeToAUserWhoDoesNotExist() {
        assertThat(resend("nobody")).isNotBlank();
        assertThat(cognito.inbox.mails()).isEmpty();
    }

    @Test
    void namesAMissingField() {
        assertThatThrownBy(() -> cognito.sdk.signUp(request -> request.clientId(cognito.client)))
                .isInstanceOf(CognitoIdentityProviderException.class)
                .hasMessageContaining("Value null at 'username'");
    }

    private void signUpWith(String attribute, String value) {
        cognito.sdk.signUp(request -> request.clientId(cognito.client)
                .username("ada")
                .password(CognitoFixture.PASSWORD)
                .userAttributes(
                        CognitoFixture.attribute("email", "ada@example.com"),
                        CognitoFixture.attribute(attribute, value)));
    }

    private String resend(String username) {
        return cognito.sdk
                .resendConfirmationCode(
                        request -> request.clientId(cognito.client).username(username))
                .codeDeliveryDetails()
                .destination();
    }
}
