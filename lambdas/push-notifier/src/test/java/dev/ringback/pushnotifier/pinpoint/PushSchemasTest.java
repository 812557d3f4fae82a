package dev.ringback.pushnotifier.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.push.Push;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent is what docs/push promises. */
class PushSchemasTest {
    private final ObjectMapper json = new ObjectMapper();
    private final PushSchemas schemas = new PushSchemas();
    private final Payloads payloads = new Payloads(new DeepLink("https://my.app.com/incomingCall"));

    static List<Push> pushes() {
        return Samples.ofEveryKind();
    }

    @ParameterizedTest
    @MethodSource("pushes")
    void androidGetsWhatIsDocumented(Push push) throws Exception {
        assertThat(schemas.faultsOfFcm(message(push, Optional.empty()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pushes")
    void iosGetsWhatIsDocumented(Push push) {
        Form form = Form.of(NotifyType.APNS, push).orElseThrow();
        assertThat(apns(form, payloads.of(form, push, Optional.empty()).orElseThrow()))
                .isEmpty();
    }

    @Test
    void callKitGetsWhatIsDocumented() {
        assertThat(apns(
                        Form.VOIP,
                        payloads.of(Form.VOIP, Samples.INCOMING, Optional.empty())
                                .orElseThrow()))
                .isEmpty();
    }

    @Test
    void theTokenIsDocumented() throws Exception {
        assertThat(schemas.faultsOfFcm(message(Samples.INCOMING, Optional.of("jwt"))))
                .isEmpty();
        assertThat(apns(
                        Form.VOIP,
                        payloads.of(Form.VOIP, Samples.INCOMING, Optional.of("jwt"))
                                .orElseThrow()))
                .isEmpty();
    }

    @Test
    void theSchemasRefuseWhatNobodyPromised() throws Exception {
        String message = message(Samples.INCOMING, Optional.empty());
        assertThat(schemas.faultsOfFcm(message.replace("incoming_call", "ring")))
                .isNotEmpty();
        assertThat(schemas.faultsOfFcm(message.replace("callerName", "surprise")))
                .isNotEmpty();
        String alert = payloads.of(Form.ALERT, Samples.MISSED, Optional.empty()).orElseThrow();
        assertThat(apns(Form.VOIP, alert)).isNotEmpty();
        assertThat(apns(Form.ALERT, alert.replace("missed_call", "call_cancelled")))
                .isNotEmpty();
    }

    private String message(Push push, Optional<String> token) throws Exception {
        return json.readTree(payloads.of(Form.FCM, push, token).orElseThrow())
                .at("/fcmV1Message/message")
                .toString();
    }

    private List<String> apns(Form form, String body) {
        return schemas.faultsOfApns(form.name().toLowerCase(Locale.ROOT), body);
    }
}
