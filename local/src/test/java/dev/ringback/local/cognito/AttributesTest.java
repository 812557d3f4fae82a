package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testserver.TestPrincipal;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

class AttributesTest {
    private static final String UNAUTHORIZED = "A client attempted to write unauthorized attribute";

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
                .hasMessageContaining("user.custom:rank: Attribute does not exist in the schema.");
    }

    @Test
    void refusesToDeclareAnAddressVerified() {
        assertThatThrownBy(() -> ada.update("email_verified", "true"))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining(UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"given_name", "custom:team", "custom:rank"})
    void refusesAnAttributeThatTheClientMayNotWrite(String attribute) {
        Member ben =
                memberOfATeam("{\"WriteAttributes\":[\"email\"],\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"]}");

        assertThatThrownBy(() -> ben.update(attribute, "first"))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining(UNAUTHORIZED);
    }

    @Test
    void aClientWithoutAListWritesCustomAttributes() {
        Member ben = memberOfATeam("{\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"]}");

        ben.update("custom:team", "first");

        assertThat(ben.attributes()).containsEntry("custom:team", "first");
    }

    /** Of a pool whose users have a {@code custom:team}. */
    private Member memberOfATeam(String client) {
        String pool = cognito.create(
                        "AWS::Cognito::UserPool",
                        "teams",
                        CognitoFixture.json(
                                "{\"Schema\":[{\"Name\":\"team\"}],\"AutoVerifiedAttributes\":[\"email\"]}"))
                .ref();
        String clientId = cognito.create(
                        "AWS::Cognito::UserPoolClient",
                        "teamsclient",
                        CognitoFixture.json(client).put("UserPoolId", pool))
                .ref();
        return new Member(cognito, cognito.member(clientId, "ben"));
    }
}
