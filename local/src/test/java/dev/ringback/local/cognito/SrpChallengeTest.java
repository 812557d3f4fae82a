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
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;

class SrpChallengeTest {
    private static final String PASSWORD = CognitoFixture.PASSWORD;
    private static final String INCORRECT = "Incorrect username or password.";

    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());
    private final SrpSignIn srp = cognito.srp();

    @AfterEach
    void stop() {
        cognito.close();
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
