package dev.ringback.local.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.testclient.SrpSignIn;
import dev.ringback.local.testserver.TestPrincipal;
import java.math.BigInteger;
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

class SrpProofTest {
    private static final String PASSWORD = CognitoFixture.PASSWORD;
    private static final String INCORRECT = "Incorrect username or password.";

    private final CognitoFixture cognito = new CognitoFixture(TestPrincipal.ANYONE, Optional.empty());
    private final SrpSignIn srp = cognito.srp();

    @AfterEach
    void stop() {
        cognito.close();
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
    void knowsNoDevice() {
        cognito.member("ada");
        Map<String, String> responses = srp.responses(srp.ask("ada").challengeParameters(), PASSWORD);
        responses.put("DEVICE_KEY", "us-east-1_device");

        assertThatThrownBy(() -> srp.respond(responses))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Device does not exist.");
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
    void takesAnSrpAWithLeadingZeros() {
        cognito.member("ada");
        String value = "00" + Srp.N.subtract(BigInteger.ONE).toString(16);

        InitiateAuthResponse answer = cognito.sdk.initiateAuth(request -> request.clientId(cognito.client)
                .authFlow("USER_SRP_AUTH")
                .authParameters(Map.of("USERNAME", "ada", "SRP_A", value)));

        assertThat(value).hasSize(770);
        assertThat(answer.challengeNameAsString()).isEqualTo("PASSWORD_VERIFIER");
    }

    @Test
    void refusesAnSrpAThatIsNoNumberOrTooLong() {
        for (String value : new String[] {"xyz", "-1", "f".repeat(769), "00" + "f".repeat(769)}) {
            assertThatThrownBy(() -> cognito.auth("USER_SRP_AUTH", Map.of("USERNAME", "ada", "SRP_A", value)))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("SRP_A");
        }
    }
}
