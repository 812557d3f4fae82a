package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.testserver.TestPrincipal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;

/** Users whom the disk has kept, also from before there was sign-in by SRP. */
class KeptUsersTest {
    private static final String PASSWORD = CognitoFixture.PASSWORD;

    @TempDir
    Path folder;

    @Test
    void aUserSignsInBySrpAfterARestart() {
        kept();

        try (CognitoFixture cognito = start()) {
            assertThat(cognito.srp().signIn("ada", PASSWORD).idToken()).isNotBlank();
        }
    }

    @Test
    void aMissingUserHasTheSameSaltAfterARestart() {
        kept();
        String salt;
        try (CognitoFixture cognito = start()) {
            salt = cognito.srp().ask("nobody").challengeParameters().get("SALT");
        }

        try (CognitoFixture cognito = start()) {
            assertThat(cognito.srp().ask("nobody").challengeParameters().get("SALT"))
                    .isEqualTo(salt);
        }
    }

    @Test
    void aRevokedSignInStaysRevokedAfterARestart() {
        AuthenticationResultType tokens = kept();
        try (CognitoFixture cognito = start()) {
            cognito.sdk.revokeToken(request -> request.clientId(cognito.client).token(tokens.refreshToken()));
        }

        try (CognitoFixture cognito = start()) {
            assertThatThrownBy(() -> refresh(cognito, tokens)).hasMessageContaining("Refresh Token has been revoked");
        }
    }

    @Test
    void anOldUserStaysSignedInAndSignsInByPassword() throws IOException {
        AuthenticationResultType tokens = kept();
        makeOld();

        try (CognitoFixture cognito = start()) {
            assertThat(refresh(cognito, tokens).idToken()).isNotBlank();
            assertThat(cognito.signIn("ada", PASSWORD).idToken()).isNotBlank();
        }
    }

    @Test
    void anOldUserSignsInBySrpOnceHeHasSignedInByPassword() throws IOException {
        kept();
        makeOld();

        try (CognitoFixture cognito = start()) {
            assertThatThrownBy(() -> cognito.srp().signIn("ada", PASSWORD))
                    .isInstanceOf(PasswordResetRequiredException.class);
            cognito.signIn("ada", PASSWORD);
            assertThat(cognito.srp().signIn("ada", PASSWORD).idToken()).isNotBlank();
        }
    }

    @Test
    void anOldUserSignsInBySrpOnceHeHasResetHisPassword() throws IOException {
        kept();
        makeOld();

        try (CognitoFixture cognito = start()) {
            cognito.sdk.forgotPassword(
                    request -> request.clientId(cognito.client).username("ada"));
            cognito.sdk.confirmForgotPassword(request -> request.clientId(cognito.client)
                    .username("ada")
                    .confirmationCode(cognito.mailedCode())
                    .password("Another-horse-2"));

            assertThat(cognito.srp().signIn("ada", "Another-horse-2").idToken()).isNotBlank();
        }
    }

    private CognitoFixture start() {
        return new CognitoFixture(TestPrincipal.ANYONE, Optional.of(folder));
    }

    private AuthenticationResultType kept() {
        try (CognitoFixture cognito = start()) {
            return cognito.member("ada");
        }
    }

    private static AuthenticationResultType refresh(CognitoFixture cognito, AuthenticationResultType tokens) {
        return cognito.auth("REFRESH_TOKEN_AUTH", Map.of("REFRESH_TOKEN", tokens.refreshToken()));
    }

    /** Rewrites the file as it was before: one hash of the password, one refresh token of a sign-in. */
    private void makeOld() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Path file;
        try (var files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        ObjectNode pool = (ObjectNode) json.readTree(file.toFile());
        ObjectNode user = (ObjectNode) pool.path("users").path(0);
        user.set("passwordHash", user.remove("password").path("hash"));
        user.remove("codes");
        user.remove("disabled");
        user.putNull("code");
        ObjectNode session = (ObjectNode) pool.path("sessions").path(0);
        session.set("refreshHash", session.remove("refreshTokens").path(0).path("hash"));
        json.writeValue(file.toFile(), pool);
    }
}
