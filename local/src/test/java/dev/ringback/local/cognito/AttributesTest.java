package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testserver.TestPrincipal;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

class AttributesTest {
    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());
    private final Member ada = new Member(cognito, cognito.member("ada"));

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void setsAnAttribute() {
        assertThat(ada.update("given_name", "Ada")).isEmpty();

        assertThat(ada.attributes()).containsEntry("given_name", "Ada").containsEntry("email", "ada@example.com");
    }

    @Test
    void removesAnAttribute() {
        ada.update("given_name", "Ada");

        ada.delete("given_name");

        assertThat(ada.attributes()).doesNotContainKey("given_name");
    }

    @Test
    void refusesToRemoveARequiredAttribute() {
        assertThatThrownBy(() -> ada.delete("email"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("email");
    }

    @Test
    void refusesAnUnknownAttribute() {
        assertThatThrownBy(() -> ada.update("custom:rank", "first"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("custom:rank: Attribute does not exist in the schema.");
    }

    @Test
    void refusesToDeclareAnAddressVerified() {
        assertThatThrownBy(() -> ada.update("email_verified", "true")).isInstanceOf(InvalidParameterException.class);
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
}
