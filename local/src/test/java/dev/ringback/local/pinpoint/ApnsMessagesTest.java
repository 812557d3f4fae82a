package dev.ringback.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.testserver.AdjustableClock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApnsMessagesTest {
    private static final Channel VOIP = new Channel("APNS_VOIP", true, "TOKEN", Optional.of("com.example.phone"));
    private static final Channel ALERT = new Channel("APNS", true, "TOKEN", Optional.of("com.example.phone"));
    private static final String RAW = "{\"aps\":{\"content-available\":1},\"callId\":\"c1\"}";

    private final AdjustableClock clock = new AdjustableClock();
    private final ApnsMessages apns = new ApnsMessages(clock);

    @Test
    void aVoipPushHasItsOwnTopic() {
        Rendered.Ready push = ready(VOIP, message().put("APNSPushType", "voip").put("Priority", "10"));

        assertThat(push.headers())
                .isEqualTo(Map.of(
                        "apns-push-type", "voip", "apns-priority", "10", "apns-topic", "com.example.phone.voip"));
        assertThat(push.payload().path("callId").asText()).isEqualTo("c1");
    }

    @Test
    void anAlertGoesToTheAppsTopic() {
        assertThat(ready(ALERT, message().put("APNSPushType", "alert")).headers())
                .containsEntry("apns-topic", "com.example.phone")
                .containsEntry("apns-priority", "10");
    }

    @Test
    void noTimeToLiveMeansTryOnce() {
        assertThat(ready(VOIP, message().put("TimeToLive", 0)).headers()).containsEntry("apns-expiration", "0");
    }

    @Test
    void aTimeToLiveBecomesATimeOfExpiry() {
        assertThat(ready(VOIP, message().put("TimeToLive", 30)).headers())
                .containsEntry("apns-expiration", String.valueOf(clock.instant().getEpochSecond() + 30));
    }

    @Test
    void refusesAVoipPushOnAnAlertChannel() {
        assertThat(reason(ALERT, message().put("APNSPushType", "voip"))).contains("InvalidPushType");
    }

    @Test
    void refusesAnAlertOnAVoipChannel() {
        assertThat(reason(VOIP, message().put("APNSPushType", "alert"))).contains("InvalidPushType");
    }

    @Test
    void refusesAPriorityOutsideApnsOwn() {
        assertThat(reason(VOIP, message().put("Priority", "7"))).contains("BadPriority");
    }

    @Test
    void refusesABackgroundPushAtOnce() {
        assertThat(reason(ALERT, message().put("APNSPushType", "background").put("Priority", "10")))
                .contains("BadPriority");
    }

    @Test
    void aSilentPushIsABackgroundPush() {
        assertThat(ready(ALERT, message().put("SilentPush", true)).headers())
                .containsEntry("apns-push-type", "background")
                .containsEntry("apns-priority", "5");
    }

    @Test
    void refusesAPayloadOverFourKilobytes() {
        ObjectNode message = message().put("RawContent", "{\"aps\":{},\"a\":\"" + "x".repeat(4090) + "\"}");

        assertThat(reason(VOIP, message)).contains("PayloadTooLarge", "413");
    }

    @Test
    void refusesAPayloadWithoutAps() {
        assertThat(reason(VOIP, message().put("RawContent", "{\"callId\":\"c1\"}")))
                .contains("aps");
    }

    @Test
    void refusesContentThatIsNotJson() {
        assertThat(reason(VOIP, message().put("RawContent", "call"))).contains("aps");
    }

    @Test
    void refusesABooleanContentAvailable() {
        assertThat(reason(VOIP, message().put("RawContent", "{\"aps\":{\"content-available\":true}}")))
                .contains("content-available");
    }

    @Test
    void refusesContentThatDoesNotSayWhetherItIsAvailable() {
        assertThat(reason(ALERT, message().put("RawContent", "{\"aps\":{\"alert\":\"Call\"}}")))
                .contains("content-available");
    }

    @ParameterizedTest
    @ValueSource(strings = {"call_cancelled", "missed_call"})
    void refusesAVoipPushThatBeginsNoCall(String type) {
        ObjectNode message =
                message().put("RawContent", "{\"aps\":{\"content-available\":1},\"type\":\"" + type + "\"}");

        assertThat(reason(VOIP, message)).contains("begins no call");
        assertThat(render(ALERT, message)).isInstanceOf(Rendered.Ready.class);
    }

    @Test
    void refusesALongCollapseId() {
        assertThat(reason(ALERT, message().put("CollapseId", "x".repeat(65)))).contains("BadCollapseId");
    }

    @Test
    void refusesACertificateThatTheChannelDoesNotHave() {
        assertThat(reason(VOIP, message().put("PreferredAuthenticationMethod", "CERTIFICATE")))
                .contains("certificate");
    }

    @Test
    void assemblesAnAlert() {
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("Title", "Call").put("Body", "Ada calls");

        assertThat(ready(ALERT, message).payload().path("aps").path("alert").toString())
                .isEqualTo("{\"title\":\"Call\",\"body\":\"Ada calls\"}");
    }

    private Rendered.Ready ready(Channel channel, ObjectNode message) {
        return (Rendered.Ready) render(channel, message);
    }

    private String reason(Channel channel, ObjectNode message) {
        return ((Rendered.Refused) render(channel, message)).statusMessage();
    }

    private Rendered render(Channel channel, ObjectNode message) {
        return apns.render(channel, new MessageText(message, JsonNodeFactory.instance.objectNode()));
    }

    private static ObjectNode message() {
        return JsonNodeFactory.instance.objectNode().put("RawContent", RAW);
    }
}
