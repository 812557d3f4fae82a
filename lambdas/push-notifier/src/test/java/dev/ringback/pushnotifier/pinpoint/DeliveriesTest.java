package dev.ringback.pushnotifier.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.pushnotifier.push.PushOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.pinpoint.model.MessageResult;
import software.amazon.awssdk.services.pinpoint.model.PinpointException;

class DeliveriesTest {
    private static final String TOKEN = "token-of-the-phone";

    @ParameterizedTest
    @ValueSource(strings = {"SUCCESSFUL", "DUPLICATE"})
    void acceptsWhatWasTaken(String status) {
        assertThat(outcome(status, 200, "ok")).isInstanceOf(PushOutcome.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errorMessage\":\"Unregistered or expired token\",\"pushProviderError\":\"Unregistered\"}",
                "{\"pushProviderError\":\"UNREGISTERED\"}",
                "{\"pushProviderError\":\"NotRegistered\"}",
                "{\"errorMessage\":\"Invalid notification\",\"pushProviderStatusCode\":\"400\",\"pushProviderError\":"
                        + "\"The registration token is not a valid FCM registration token\"}"
            })
    void knowsADeadToken(String message) {
        assertThat(outcome("PERMANENT_FAILURE", 410, message)).isInstanceOf(PushOutcome.TokenDead.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errorMessage\":\"Unregistered or expired token\",\"pushProviderError\":\"BadDeviceToken\"}",
                "{\"pushProviderError\":\"DeviceTokenNotForTopic\"}",
                "{\"pushProviderError\":\"SENDER_ID_MISMATCH\"}",
                "MismatchSenderId",
                "InvalidRegistration"
            })
    void knowsATokenOfAnotherChannel(String message) {
        assertThat(outcome("PERMANENT_FAILURE", 410, message)).isInstanceOf(PushOutcome.WrongForChannel.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No channel of type GCM is enabled for the application 1",
                "{\"pushProviderError\":\"InvalidProviderToken\"}",
                "{\"pushProviderError\":\"ExpiredProviderToken\"}",
                "{\"pushProviderError\":\"INVALID_ARGUMENT\"}",
                ""
            })
    void blamesNoTokenForAFaultOfOurs(String message) {
        assertThat(outcome("PERMANENT_FAILURE", 400, message)).isInstanceOf(PushOutcome.Misconfigured.class);
    }

    @ParameterizedTest
    @CsvSource({"THROTTLED,429", "TEMPORARY_FAILURE,500", "PERMANENT_FAILURE,503", "UNKNOWN_FAILURE,502"})
    void repeatsWhatMayPass(String status, int code) {
        assertThat(outcome(status, code, "busy")).isInstanceOf(PushOutcome.Retryable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN_FAILURE", "OPT_OUT", "A_STATUS_OF_TOMORROW"})
    void doesNotGuess(String status) {
        assertThat(outcome(status, 400, "?")).isInstanceOf(PushOutcome.Unknown.class);
    }

    @Test
    void doesNotGuessWithoutAStatus() {
        assertThat(Deliveries.outcome(MessageResult.builder().build(), TOKEN)).isInstanceOf(PushOutcome.Unknown.class);
    }

    @Test
    void doesNotGuessWhenTheAddressIsNotNamed() {
        assertThat(Deliveries.outcome(null, TOKEN)).isInstanceOf(PushOutcome.Unknown.class);
    }

    @Test
    void quotesTheProvidersError() {
        assertThat(outcome("PERMANENT_FAILURE", 410, "{\"pushProviderError\":\"BadDeviceToken\"}")
                        .detail())
                .isEqualTo("PERMANENT_FAILURE 410 BadDeviceToken");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void repeatsWhenPinpointIsBusy(int status) {
        assertThat(failure(status)).isInstanceOf(PushOutcome.Retryable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 413})
    void takesPinpointsRefusalForAFaultOfOurs(int status) {
        assertThat(failure(status)).isInstanceOf(PushOutcome.Misconfigured.class);
    }

    private static PushOutcome outcome(String status, int code, String message) {
        MessageResult result = MessageResult.builder()
                .deliveryStatus(status)
                .statusCode(code)
                .statusMessage(message)
                .build();
        return Deliveries.outcome(result, TOKEN);
    }

    private static PushOutcome failure(int status) {
        return Deliveries.outcome((PinpointException)
                PinpointException.builder().statusCode(status).message("no").build());
    }
}
