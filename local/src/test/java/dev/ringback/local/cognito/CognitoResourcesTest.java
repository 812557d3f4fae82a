package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.testserver.TestPrincipal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

class CognitoResourcesTest {
    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void aPoolHasCognitosIdAndAttributes() {
        String id = cognito.pool.ref();

        assertThat(id).matches("us-east-1_[0-9a-z]{9}");
        assertThat(cognito.pool.attributes())
                .containsEntry("Arn", "arn:aws:cognito-idp:us-east-1:000000000000:userpool/" + id)
                .containsEntry("ProviderName", "cognito-idp.us-east-1.amazonaws.com/" + id)
                .containsEntry("ProviderURL", "https://cognito-idp.us-east-1.amazonaws.com/" + id)
                .containsEntry("UserPoolId", id);
    }

    @Test
    void aClientHasCognitosId() {
        assertThat(cognito.client).matches("[0-9a-z]{26}");
    }

    @Test
    void idsAreTheSameInTheNextRun() {
        try (CognitoFixture next = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty())) {
            assertThat(next.pool.ref()).isEqualTo(cognito.pool.ref());
            assertThat(next.client).isEqualTo(cognito.client);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"LambdaConfig\":{\"PreSignUp\":\"arn\"}} | LambdaConfig",
                "{\"UsernameAttributes\":[\"email\"]} | UsernameAttributes",
                "{\"AliasAttributes\":[\"email\"]} | AliasAttributes",
                "{\"MfaConfiguration\":\"ON\"} | MfaConfiguration",
                "{\"VerificationMessageTemplate\":{\"DefaultEmailOption\":\"CONFIRM_WITH_LINK\"}} | CONFIRM_WITH_LINK",
                "{\"Policies\":{\"PasswordPolicy\":{\"MinimumLength\":5}}} | MinimumLength",
            })
    void refusesAPoolItCannotStandFor(String properties, String reason) {
        assertThatThrownBy(() -> cognito.create("AWS::Cognito::UserPool", "other", CognitoFixture.json(properties)))
                .isInstanceOf(AwsFailure.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAClientWithASecret() {
        assertThatThrownBy(() -> cognito.create(
                        "AWS::Cognito::UserPoolClient",
                        "secret",
                        CognitoFixture.json("{\"GenerateSecret\":true}").put("UserPoolId", cognito.pool.ref())))
                .hasMessageContaining("secret");
    }

    @Test
    void refusesAClientWhoseTokensCannotBeRevoked() {
        assertThatThrownBy(() -> cognito.client("unrevocable", Map.of("EnableTokenRevocation", "false")))
                .hasMessageContaining("EnableTokenRevocation");
    }

    @Test
    void refusesATokenLifeThatCognitoRefuses() {
        assertThatThrownBy(() -> cognito.client("short", Map.of("AccessTokenValidity", "4")))
                .hasMessageContaining("AccessTokenValidity");
    }

    @Test
    void refusesAClientOfNoPool() {
        assertThatThrownBy(() -> cognito.create(
                        "AWS::Cognito::UserPoolClient", "lost", CognitoFixture.json("{\"UserPoolId\":\"none\"}")))
                .hasMessageContaining("User pool none does not exist.");
    }

    @Test
    void usersKeysAndSignInsOutliveARestart(@TempDir Path folder) {
        AuthenticationResultType tokens;
        try (CognitoFixture first = new CognitoFixture(TestPrincipal.ANYONE, Optional.of(folder))) {
            tokens = first.member("ada");
        }

        try (CognitoFixture second = new CognitoFixture(TestPrincipal.ANYONE, Optional.of(folder))) {
            assertThat(second.sdk
                            .getUser(request -> request.accessToken(tokens.accessToken()))
                            .username())
                    .isEqualTo("ada");
            assertThat(second.auth("REFRESH_TOKEN_AUTH", Map.of("REFRESH_TOKEN", tokens.refreshToken()))
                            .idToken())
                    .isNotBlank();
            assertThat(second.signIn("ada", CognitoFixture.PASSWORD).idToken()).isNotBlank();
        }
    }

    @Test
    void aCodeOutlivesARestart(@TempDir Path folder) {
        String code;
        try (CognitoFixture first = new CognitoFixture(TestPrincipal.ANYONE, Optional.of(folder))) {
            first.signUp("ada");
            code = first.mailedCode();
        }

        try (CognitoFixture second = new CognitoFixture(TestPrincipal.ANYONE, Optional.of(folder))) {
            second.confirm("ada", code);
            assertThat(second.signIn("ada", CognitoFixture.PASSWORD).idToken()).isNotBlank();
        }
    }

    @Test
    void noPasswordAndNoRefreshTokenIsWritten(@TempDir Path folder) throws Exception {
        try (CognitoFixture first = new CognitoFixture(TestPrincipal.ANYONE, Optional.of(folder))) {
            AuthenticationResultType tokens = first.member("ada");

            assertThat(Files.readString(folder.resolve(first.pool.ref() + ".json")))
                    .contains("ada@example.com")
                    .doesNotContain(CognitoFixture.PASSWORD, tokens.refreshToken());
        }
    }

    @Test
    void withoutAFolderTheNextRunIsEmpty() {
        cognito.signUp("ada");

        try (CognitoFixture next = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty())) {
            assertThat(next.signUp("ada").userSub()).isNotBlank();
        }
    }
}
