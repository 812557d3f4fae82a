package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testclient.SrpSignIn;
import dev.ringback.local.testserver.TestPrincipal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotConfirmedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

class SrpSignInTest {
    private static final String PASSWORD = CognitoFixture.PASSWORD;
    private static final String INCORRECT = "Incorrect username or password.";

    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());
    private final SrpSignIn srp = cognito.srp();

    @AfterEach
    void stop() {
        cognito.close();
    }

    @Test
    void givesThreeTokens() {
        cognito.member("ada");

        AuthenticationResultType tokens = srp.signIn("ada", PASSWORD);

        assertThat(tokens.idToken()).isNotBlank();
        assertThat(tokens.refreshToken()).isNotBlank();
        assertThat(cognito.sdk
                        .getUser(request -> request.accessToken(tokens.accessToken()))
                        .username())
                .isEqualTo("ada");
    }

    @Test
    void takesTheUsernameInAnyCaseAndProvesTheOneSignedUp() {
        cognito.member("ada");

        assertThat(srp.ask("ADA").challengeParameters())
                .containsEntry("USERNAME", "ada")
                .containsEntry("USER_ID_FOR_SRP", "ada");
        assertThat(srp.signIn("ADA", PASSWORD).idToken()).isNotBlank();
    }

    @Test
    void theChallengeIsCognitos() {
        cognito.member("ada");

        InitiateAuthResponse answer = srp.ask("ada");

        assertThat(answer.challengeNameAsString()).isEqualTo("PASSWORD_VERIFIER");
        assertThat(answer.challengeParameters())
                .containsOnlyKeys("SALT", "SECRET_BLOCK", "SRP_B", "USERNAME", "USER_ID_FOR_SRP");
        assertThat(answer.session()).isNull();
        assertThat(answer.authenticationResult()).isNull();
    }

    @Test
    void everyChallengeIsAnotherButTheSaltStays() {
        cognito.member("ada");

        Map<String, String> one = srp.ask("ada").challengeParameters();
        Map<String, String> other = srp.ask("ada").challengeParameters();

        assertThat(other.get("SALT")).isEqualTo(one.get("SALT"));
        assertThat(other.get("SRP_B")).isNotEqualTo(one.get("SRP_B"));
        assertThat(other.get("SECRET_BLOCK")).isNotEqualTo(one.get("SECRET_BLOCK"));
    }

    @Test
    void refusesAWrongPassword() {
        cognito.member("ada");

        assertThatThrownBy(() -> srp.signIn("ada", "Wrong-horse-1"))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining(INCORRECT);
    }

    @Test
    void anUnknownUserGetsTheSameChallengeEachTimeAndIsRefusedAtItsEnd() {
        Map<String, String> challenge = srp.ask("nobody").challengeParameters();

        assertThat(challenge).containsOnlyKeys("SALT", "SECRET_BLOCK", "SRP_B", "USERNAME", "USER_ID_FOR_SRP");
        assertThat(srp.ask("Nobody").challengeParameters())
                .containsEntry("SALT", challenge.get("SALT"))
                .containsEntry("USER_ID_FOR_SRP", challenge.get("USER_ID_FOR_SRP"));
        assertThat(srp.ask("noone").challengeParameters().get("SALT")).isNotEqualTo(challenge.get("SALT"));
        assertThatThrownBy(() -> srp.signIn("nobody", PASSWORD))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining(INCORRECT);
    }

    @Test
    void aClientThatDoesNotHideUsersNamesAnUnknownOneAtOnce() {
        String open = cognito.client("open", Map.of("PreventUserExistenceErrors", "LEGACY"));

        assertThatThrownBy(() -> cognito.srp(open).ask("nobody"))
                .isInstanceOf(UserNotFoundException.class)
                .hasMessageContaining("User does not exist.");
    }

    @Test
    void tellsThatAUserIsNotConfirmedOnlyToWhoKnowsHisPassword() {
        cognito.signUp("ada");

        assertThatThrownBy(() -> srp.signIn("ada", "Wrong-horse-1")).isInstanceOf(NotAuthorizedException.class);
        assertThatThrownBy(() -> srp.signIn("ada", PASSWORD))
                .isInstanceOf(UserNotConfirmedException.class)
                .hasMessageContaining("User is not confirmed.");
    }

    @Test
    void refusesADisabledUser() {
        cognito.member("ada");
        cognito.sdk.adminDisableUser(
                request -> request.userPoolId(cognito.pool.ref()).username("ada"));

        assertThatThrownBy(() -> srp.signIn("ada", PASSWORD))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("User is disabled.");
    }

    @Test
    void wrongPasswordsOfBothFlowsCountTogether() {
        cognito.member("ada");
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> srp.signIn("ada", "Wrong-horse-1")).hasMessageContaining(INCORRECT);
        }
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> cognito.signIn("ada", "Wrong-horse-1")).hasMessageContaining(INCORRECT);
        }

        assertThatThrownBy(() -> srp.signIn("ada", PASSWORD))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("Password attempts exceeded");

        cognito.clock.advance(Duration.ofSeconds(1));
        assertThat(srp.signIn("ada", PASSWORD).idToken()).isNotBlank();
    }

    @Test
    void aNameThatNobodyHasIsPausedLikeAnyOther() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> srp.signIn("nobody", PASSWORD)).hasMessageContaining(INCORRECT);
        }

        assertThatThrownBy(() -> srp.signIn("nobody", PASSWORD)).hasMessageContaining("Password attempts exceeded");
    }

    @Test
    void aChallengeTakesOneAnswer() {
        cognito.member("ada");
        Map<String, String> responses = srp.responses(srp.ask("ada").challengeParameters(), PASSWORD);
        srp.respond(responses);

        assertThatThrownBy(() -> srp.respond(responses)).hasMessageContaining(INCORRECT);
    }

    @Test
    void aWrongAnswerUsesTheChallengeUp() {
        cognito.member("ada");
        Map<String, String> challenge = srp.ask("ada").challengeParameters();
        assertThatThrownBy(() -> srp.respond(srp.responses(challenge, "Wrong-horse-1")))
                .hasMessageContaining(INCORRECT);

        assertThatThrownBy(() -> srp.respond(srp.responses(challenge, PASSWORD)))
                .hasMessageContaining(INCORRECT);
    }

    @Test
    void aChallengeExpiresAfterThreeMinutes() {
        cognito.member("ada");
        Map<String, String> challenge = srp.ask("ada").challengeParameters();
        cognito.clock.advance(Duration.ofMinutes(3));

        assertThatThrownBy(() -> srp.respond(srp.responses(challenge, PASSWORD)))
                .hasMessageContaining(INCORRECT);
    }

    @Test
    void aChallengeLivesAsLongAsTheClientSays() {
        cognito.member("ada");
        String patient = cognito.client("patient", Map.of("AuthSessionValidity", "15"));
        SrpSignIn slow = cognito.srp(patient);
        Map<String, String> challenge = slow.ask("ada").challengeParameters();
        cognito.clock.advance(Duration.ofMinutes(14));

        assertThat(slow.respond(slow.responses(challenge, PASSWORD)).idToken()).isNotBlank();
    }

    @Test
    void aChallengeIsAnsweredByItsClientOnly() {
        cognito.member("ada");
        String other = cognito.client("other", Map.of());
        Map<String, String> responses = srp.responses(srp.ask("ada").challengeParameters(), PASSWORD);

        assertThatThrownBy(() -> cognito.srp(other).respond(responses)).hasMessageContaining(INCORRECT);
    }

    @Test
    void aChallengeIsAnsweredForItsUserOnly() {
        cognito.member("ada");
        cognito.member("ben");
        Map<String, String> responses = srp.responses(srp.ask("ada").challengeParameters(), PASSWORD);
        responses.put("USERNAME", "ben");

        assertThatThrownBy(() -> srp.respond(responses)).hasMessageContaining(INCORRECT);
    }

    @Test
    void aPasswordThatWasChangedMeanwhileProvesNothing() {
        AuthenticationResultType tokens = cognito.member("ada");
        Map<String, String> responses = srp.responses(srp.ask("ada").challengeParameters(), PASSWORD);
        cognito.sdk.changePassword(request -> request.accessToken(tokens.accessToken())
                .previousPassword(PASSWORD)
                .proposedPassword("Another-horse-2"));

        assertThatThrownBy(() -> srp.respond(responses)).hasMessageContaining(INCORRECT);
    }

    @ParameterizedTest
    @ValueSource(ints = {-6, 6})
    void refusesATimestampThatIsFarOff(int minutes) {
        cognito.member("ada");
        String timestamp = SrpSignIn.timestamp(cognito.clock.instant().plus(Duration.ofMinutes(minutes)));
        Map<String, String> responses = srp.responses(srp.ask("ada").challengeParameters(), PASSWORD, timestamp);

        assertThatThrownBy(() -> srp.respond(responses))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessageContaining("TIMESTAMP is more than 5 minutes off.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, 5})
    void takesAClockThatIsALittleOff(int minutes) {
        cognito.member("ada");
        String timestamp = SrpSignIn.timestamp(cognito.clock.instant().plus(Duration.ofMinutes(minutes)));

        assertThat(srp.respond(srp.responses(srp.ask("ada").challengeParameters(), PASSWORD, timestamp))
                        .idToken())
                .isNotBlank();
    }

    @Test
    void refusesATimestampInAnotherFormat() {
        cognito.member("ada");
        Map<String, String> responses =
                srp.responses(srp.ask("ada").challengeParameters(), PASSWORD, "2026-01-01T12:00:00Z");

        assertThatThrownBy(() -> srp.respond(responses))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
    }

    @Test
    void aDayWithALeadingZeroIsAWrongProof() {
        cognito.member("ada");
        Map<String, String> responses =
                srp.responses(srp.ask("ada").challengeParameters(), PASSWORD, "Thu Jan 01 12:00:00 UTC 2026");

        assertThatThrownBy(() -> srp.respond(responses)).hasMessageContaining(INCORRECT);
    }

    @Test
    void refusesAnSrpAThatIsAMultipleOfN() {
        cognito.member("ada");

        for (String value : new String[] {"0", Srp.N.toString(16)}) {
            assertThatThrownBy(() -> cognito.auth("USER_SRP_AUTH", Map.of("USERNAME", "ada", "SRP_A", value)))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("SRP_A");
        }
    }

    @Test
    void refusesAnSrpAThatIsNoNumberOrTooLong() {
        for (String value : new String[] {"xyz", "-1", "f".repeat(769)}) {
            assertThatThrownBy(() -> cognito.auth("USER_SRP_AUTH", Map.of("USERNAME", "ada", "SRP_A", value)))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("SRP_A");
        }
    }

    @Test
    void refusesAClientThatDoesNotAllowIt() {
        String closed = cognito.create(
                        "AWS::Cognito::UserPoolClient",
                        "closed",
                        CognitoFixture.json("{\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"]}")
                                .put("UserPoolId", cognito.pool.ref()))
                .ref();

        assertThatThrownBy(() -> cognito.srp(closed).ask("ada"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("USER_SRP_AUTH flow not enabled for this client");
    }

    @Test
    void knowsNoDevice() {
        cognito.member("ada");
        Map<String, String> responses = srp.responses(srp.ask("ada").challengeParameters(), PASSWORD);
        responses.put("DEVICE_KEY", "us-east-1_device");

        assertThatThrownBy(() -> srp.respond(responses))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Device does not exist.");
    }

    @Test
    void namesAChallengeItDoesNotGive() {
        assertThatThrownBy(() -> answer("SOFTWARE_TOKEN_MFA"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("The local user pool does not support SOFTWARE_TOKEN_MFA.");
    }

    @Test
    void refusesAnUnknownChallenge() {
        assertThatThrownBy(() -> answer("RIDDLE"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("challengeName");
    }

    private void answer(String challenge) {
        cognito.sdk.respondToAuthChallenge(request ->
                request.clientId(cognito.client).challengeName(challenge).challengeResponses(Map.of()));
    }
}
