package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testserver.TestPrincipal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryDetailsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeMismatchException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExpiredCodeException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.LimitExceededException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

class AttributesTest {
    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());
    private final AuthenticationResultType tokens = cognito.member("ada");

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void setsAnAttribute() {
        assertThat(update("given_name", "Ada")).isEmpty();

        assertThat(attributes()).containsEntry("given_name", "Ada").containsEntry("email", "ada@example.com");
    }

    @Test
    void removesAnAttribute() {
        update("given_name", "Ada");

        delete("given_name");

        assertThat(attributes()).doesNotContainKey("given_name");
    }

    @Test
    void refusesToRemoveARequiredAttribute() {
        assertThatThrownBy(() -> delete("email"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("email");
    }

    @Test
    void anAddressStaysUntilTheNewOneIsVerified() {
        List<CodeDeliveryDetailsType> deliveries = update("email", "new@ada.example");

        assertThat(deliveries).extracting(CodeDeliveryDetailsType::destination).containsExactly("n***@a***");
        assertThat(cognito.inbox.mails().getLast().address()).isEqualTo("new@ada.example");
        assertThat(attributes()).containsEntry("email", "ada@example.com").containsEntry("email_verified", "true");

        verify(cognito.mailedCode());

        assertThat(attributes()).containsEntry("email", "new@ada.example").containsEntry("email_verified", "true");
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
        AuthenticationResultType ben = cognito.member(client, "ben");

        cognito.sdk.updateUserAttributes(request -> request.accessToken(ben.accessToken())
                .userAttributes(CognitoFixture.attribute("email", "new@ben.example")));

        assertThat(attributes(ben)).containsEntry("email", "new@ben.example").containsEntry("email_verified", "false");
        cognito.sdk.verifyUserAttribute(request ->
                request.accessToken(ben.accessToken()).attributeName("email").code(cognito.mailedCode()));
        assertThat(attributes(ben)).containsEntry("email_verified", "true");
    }

    @Test
    void theSameAddressAgainNeedsNoCode() {
        assertThat(update("email", "ada@example.com")).isEmpty();
        assertThat(attributes()).containsEntry("email_verified", "true");
    }

    @Test
    void aCodeSentAgainGoesToTheNewAddress() {
        update("email", "new@ada.example");

        String destination = cognito.sdk
                .getUserAttributeVerificationCode(
                        request -> request.accessToken(tokens.accessToken()).attributeName("email"))
                .codeDeliveryDetails()
                .destination();

        assertThat(destination).isEqualTo("n***@a***");
        verify(cognito.mailedCode());
        assertThat(attributes()).containsEntry("email", "new@ada.example");
    }

    @Test
    void theCodeOfAnEarlierChangeIsGoodNoLonger() {
        update("email", "first@ada.example");
        String first = cognito.mailedCode();
        update("email", "second@ada.example");

        if (!first.equals(cognito.mailedCode())) {
            assertThatThrownBy(() -> verify(first)).isInstanceOf(CodeMismatchException.class);
        }
        verify(cognito.mailedCode());
        assertThat(attributes()).containsEntry("email", "second@ada.example");
    }

    @Test
    void refusesAWrongCodeAndAfterManyEvenTheRightOne() {
        update("email", "new@ada.example");
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> verify("not-it")).isInstanceOf(CodeMismatchException.class);
        }

        assertThatThrownBy(() -> verify(cognito.mailedCode())).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void refusesACodeAfterADay() {
        update("email", "new@ada.example");
        cognito.clock.advance(Duration.ofHours(24).plusSeconds(1));
        String access = cognito.signIn("ada", CognitoFixture.PASSWORD).accessToken();

        assertThatThrownBy(() -> cognito.sdk.verifyUserAttribute(request ->
                        request.accessToken(access).attributeName("email").code(cognito.mailedCode())))
                .isInstanceOf(ExpiredCodeException.class);
    }

    @Test
    void refusesACodeThatNobodyAskedFor() {
        assertThatThrownBy(() -> verify("123456")).isInstanceOf(ExpiredCodeException.class);
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> update("email", "nowhere"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("Invalid email address format.");
    }

    @Test
    void refusesAnUnknownAttribute() {
        assertThatThrownBy(() -> update("custom:rank", "first"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("custom:rank: Attribute does not exist in the schema.");
    }

    @Test
    void refusesToDeclareAnAddressVerified() {
        assertThatThrownBy(() -> update("email_verified", "true")).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void refusesAnAttributeThatTheClientMayNotWrite() {
        String client = cognito.create(
                        "AWS::Cognito::UserPoolClient",
                        "narrow",
                        CognitoFixture.json("{\"WriteAttributes\":[\"email\"]}").put("UserPoolId", cognito.pool.ref()))
                .ref();
        String access =
                cognito.srp(client).signIn("ada", CognitoFixture.PASSWORD).accessToken();

        assertThatThrownBy(() -> cognito.sdk.updateUserAttributes(request ->
                        request.accessToken(access).userAttributes(CognitoFixture.attribute("given_name", "Ada"))))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("A client attempted to write unauthorized attribute");
    }

    @Test
    void canSendNoTextMessage() {
        assertThatThrownBy(() -> cognito.sdk.getUserAttributeVerificationCode(
                        request -> request.accessToken(tokens.accessToken()).attributeName("phone_number")))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("phone_number");
    }

    private List<CodeDeliveryDetailsType> update(String name, String value) {
        return cognito.sdk
                .updateUserAttributes(request ->
                        request.accessToken(tokens.accessToken()).userAttributes(CognitoFixture.attribute(name, value)))
                .codeDeliveryDetailsList();
    }

    private void delete(String name) {
        cognito.sdk.deleteUserAttributes(
                request -> request.accessToken(tokens.accessToken()).userAttributeNames(name));
    }

    private void verify(String code) {
        cognito.sdk.verifyUserAttribute(request ->
                request.accessToken(tokens.accessToken()).attributeName("email").code(code));
    }

    private Map<String, String> attributes() {
        return attributes(tokens);
    }

    private Map<String, String> attributes(AuthenticationResultType whose) {
        return cognito.sdk.getUser(request -> request.accessToken(whose.accessToken())).userAttributes().stream()
                .collect(Collectors.toMap(AttributeType::name, AttributeType::value));
    }
}
