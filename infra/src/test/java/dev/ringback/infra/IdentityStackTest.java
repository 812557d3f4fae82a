package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Synthesized;
import org.junit.jupiter.api.Test;

class IdentityStackTest {
    private final JsonNode pool;
    private final JsonNode client;
    private final Assembly bare;
    private final Assembly full;

    IdentityStackTest(@Synthesized("full") Assembly full, @Synthesized("bare") Assembly bare) {
        this.full = full;
        this.bare = bare;
        pool = full.template("Identity").only("AWS::Cognito::UserPool").path("Properties");
        client = full.template("Identity").only("AWS::Cognito::UserPoolClient").path("Properties");
    }

    @Test
    void usersSignInByNameAndNotByEmail() {
        assertThat(pool.has("UsernameAttributes")).isFalse();
        assertThat(pool.has("AliasAttributes")).isFalse();
    }

    @Test
    void namesDifferByMoreThanCase() {
        assertThat(pool.at("/UsernameConfiguration/CaseSensitive").booleanValue())
                .isFalse();
    }

    @Test
    void emailIsTheOneRequiredAttribute() {
        assertThat(pool.path("Schema").toString())
                .isEqualTo("[{\"Mutable\":true,\"Name\":\"email\",\"Required\":true}]");
    }

    @Test
    void emailIsVerifiedAtSignUp() {
        assertThat(pool.path("AutoVerifiedAttributes").toString()).isEqualTo("[\"email\"]");
    }

    @Test
    void emailIsVerifiedByCode() {
        assertThat(pool.at("/VerificationMessageTemplate/DefaultEmailOption").asText())
                .isEqualTo("CONFIRM_WITH_CODE");
    }

    @Test
    void aNewEmailCountsOnlyOnceItIsVerified() {
        assertThat(pool.at("/UserAttributeUpdateSettings/AttributesRequireVerificationBeforeUpdate/0")
                        .asText())
                .isEqualTo("email");
    }

    @Test
    void usersSignThemselvesUp() {
        assertThat(pool.at("/AdminCreateUserConfig/AllowAdminCreateUserOnly").booleanValue())
                .isFalse();
    }

    @Test
    void passwordsHaveEightCharactersOfFourKinds() {
        assertThat(pool.at("/Policies/PasswordPolicy").toString())
                .isEqualTo("{\"MinimumLength\":8,\"RequireLowercase\":true,\"RequireNumbers\":true,"
                        + "\"RequireSymbols\":true,\"RequireUppercase\":true,\"TemporaryPasswordValidityDays\":7}");
    }

    @Test
    void accountsAreRecoveredByEmailOnly() {
        assertThat(pool.at("/AccountRecoverySetting/RecoveryMechanisms").toString())
                .isEqualTo("[{\"Name\":\"verified_email\",\"Priority\":1}]");
    }

    @Test
    void aSecondFactorIsOptionalAndNeverASms() {
        assertThat(pool.path("MfaConfiguration").asText()).isEqualTo("OPTIONAL");
        assertThat(pool.path("EnabledMfas").toString()).isEqualTo("[\"SOFTWARE_TOKEN_MFA\"]");
    }

    @Test
    void thePoolRefusesDeletionWhereDataIsKept() {
        assertThat(pool.path("DeletionProtection").asText()).isEqualTo("ACTIVE");
        assertThat(bare.template("Identity")
                        .only("AWS::Cognito::UserPool")
                        .at("/Properties/DeletionProtection")
                        .asText())
                .isEqualTo("INACTIVE");
    }

    @Test
    void theClientIsPublic() {
        assertThat(client.path("GenerateSecret").booleanValue()).isFalse();
    }

    @Test
    void theClientSignsInBySrpAndRefreshesOnly() {
        assertThat(client.path("ExplicitAuthFlows").toString())
                .isEqualTo("[\"ALLOW_USER_SRP_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]");
    }

    @Test
    void aPasswordIsSentOnlyWhereTheEnvironmentSaysSo() {
        JsonNode flows =
                bare.template("Identity").only("AWS::Cognito::UserPoolClient").at("/Properties/ExplicitAuthFlows");
        assertThat(flows.toString()).contains("\"ALLOW_USER_PASSWORD_AUTH\"");
    }

    @Test
    void theClientHasNoHostedSignIn() {
        assertThat(client.path("AllowedOAuthFlowsUserPoolClient").booleanValue())
                .isFalse();
        assertThat(client.has("CallbackURLs")).isFalse();
    }

    @Test
    void whetherAUserExistsIsHidden() {
        assertThat(client.path("PreventUserExistenceErrors").asText()).isEqualTo("ENABLED");
    }

    @Test
    void tokensCanBeRevoked() {
        assertThat(client.path("EnableTokenRevocation").booleanValue()).isTrue();
    }

    @Test
    void tokensLiveAsLongAsTheEnvironmentSays() {
        assertThat(client.path("AccessTokenValidity").intValue()).isEqualTo(30);
        assertThat(client.path("IdTokenValidity").intValue()).isEqualTo(30);
        assertThat(client.path("RefreshTokenValidity").intValue()).isEqualTo(10 * 24 * 60);
    }

    @Test
    void thereIsAGroupOfOperators() {
        JsonNode group = full.template("Identity").only("AWS::Cognito::UserPoolGroup");
        assertThat(group.at("/Properties/GroupName").asText()).isEqualTo("operators");
    }
}
