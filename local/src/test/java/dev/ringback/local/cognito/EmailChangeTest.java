package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testserver.TestPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;

class EmailChangeTest {
    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());
    private final Member ada = new Member(cognito, cognito.member("ada"));

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void anAddressStaysUntilTheNewOneIsVerified() {
        List<CodeDeliveryDetailsType> deliveries = ada.update("email", "new@ada.example");

        assertThat(deliveries).extracting(CodeDeliveryDetailsType::destination).containsExactly("n***@a***");
        assertThat(cognito.inbox.mails().getLast().address()).isEqualTo("new@ada.example");
        assertThat(ada.attributes()).containsEntry("email", "ada@example.com").containsEntry("email_verified", "true");

        ada.verify(cognito.mailedCode());

        assertThat(ada.attributes()).containsEntry("email", "new@ada.example").containsEntry("email_verified", "true");
    }

    @Test
    void anotherPoolTakesTheNewAddressAtOnceAsNotVerified() {
        var pool = cognito.create(
                "AWS::Cognito::UserPool", "direct", CognitoFixture.json("{\"AutoVerifiedAttributes\":[\"email\"]}"));
        String client = cognito.create(
                        "AWS::Cognito::UserPoolClient",
                        "directclient",
                        CognitoFixture.json("{\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"]}")
                                .put("UserPoolId", pool.ref()))
                .ref();
        Member ben = new Member(cognito, cognito.member(client, "ben"));

        cognito.sdk.updateUserAttributes(request -> request.accessToken(ben.accessToken())
                .userAttributes(CognitoFixture.attribute("email", "new@ben.example")));

        assertThat(ben.attributes()).containsEntry("email", "new@ben.example").containsEntry("email_verified", "false");
        cognito.sdk.verifyUserAttribute(request ->
                request.accessToken(ben.accessToken()).attributeName("email").code(cognito.mailedCode()));
        assertThat(ben.attributes()).containsEntry("email_verified", "true");
    }

    @Test
    void theSameAddressAgainNeedsNoCode() {
        assertThat(ada.update("email", "ada@example.com")).isEmpty();
        assertThat(ada.attributes()).containsEntry("email_verified", "true");
    }

    @Test
    void aCodeSentAgainGoesToTheNewAddress() {
        ada.update("email", "new@ada.example");

        String destination = cognito.sdk
                .getUserAttributeVerificationCode(
                        request -> request.accessToken(ada.accessToken()).attributeName("email"))
                .codeDeliveryDetails()
                .destination();

        assertThat(destination).isEqualTo("n***@a***");
        ada.verify(cognito.mailedCode());
        assertThat(ada.attributes()).containsEntry("email", "new@ada.example");
    }

    @Test
    void theCodeOfAnEarlierChangeIsGoodNoLonger() {
        ada.update("email", "first@ada.example");
        String first = cognito.mailedCode();
        ada.update("email", "second@ada.example");

        if (!first.equals(cognito.mailedCode())) {
            assertThatThrownBy(() -> ada.verify(first)).isInstanceOf(CodeMismatchException.class);
        }
        ada.verify(cognito.mailedCode());
        assertThat(ada.attributes()).containsEntry("email", "second@ada.example");
    }

    @Test
    void refusesAWrongCodeAndAfterManyEvenTheRightOne() {
        ada.update("email", "new@ada.example");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> ada.verify("not-it")).isInstanceOf(CodeMismatchException.class);
        }

        assertThatThrownBy(() -> ada.verify(cognito.mailedCode())).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void refusesACodeAfterADay() {
        ada.update("email", "new@ada.example");
        cognito.clock.advance(Duration.ofHours(24).plusSeconds(1));
        String access = cognito.signIn("ada", CognitoFixture.PASSWORD).accessToken();

        assertThatThrownBy(() -> cognito.sdk.verifyUserAttribute(request ->
                        request.accessToken(access).attributeName("email").code(cognito.mailedCode())))
                .isInstanceOf(ExpiredCodeException.class);
    }

    @Test
    void refusesACodeThatNobodyAskedFor() {
        assertThatThrownBy(() -> ada.verify("123456")).isInstanceOf(ExpiredCodeException.class);
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> ada.update("email", "nowhere"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid email address format.");
    }

    @Test
    void canSendNoTextMessage() {
        assertThatThrownBy(() -> cognito.sdk.getUserAttributeVerificationCode(
                        request -> request.accessToken(ada.accessToken()).attributeName("phone_number")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("phone_number");
    }
}
