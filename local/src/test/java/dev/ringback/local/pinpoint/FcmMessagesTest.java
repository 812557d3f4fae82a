package dev.ringback.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FcmMessagesTest {
    private static final Channel CHANNEL = new Channel("GCM", true, "TOKEN", Optional.empty());

    private final FcmMessages fcm = new FcmMessages();

    @Test
    void thePhoneGetsTheMessageOfTheEnvelope() throws Exception {
        Rendered rendered = raw("{\"message\":{\"data\":{\"callId\":\"c1\"},\"android\":{\"ttl\":\"30s\"}}}");

        assertThat(((Rendered.Ready) rendered).payload())
                .isEqualTo(new ObjectMapper().readTree("{\"data\":{\"callId\":\"c1\"},\"android\":{\"ttl\":\"30s\"}}"));
    }

    @Test
    void aValidationReachesNoPhone() {
        Rendered rendered = raw("{\"validate_only\":true,\"message\":{\"data\":{}}}");

        assertThat(((Rendered.Ready) rendered).dryRun()).isTrue();
    }

    @Test
    void refusesContentWithoutTheEnvelope() {
        Rendered rendered = render(CHANNEL, message().put("RawContent", "{\"data\":{\"callId\":\"c1\"}}"));

        assertThat(reason(rendered)).contains("fcmV1Message", "INVALID_ARGUMENT", "\"pushProviderStatusCode\":\"400\"");
    }

    @Test
    void refusesContentThatIsNotJson() {
        assertThat(reason(render(CHANNEL, message().put("RawContent", "{")))).contains("fcmV1Message");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"data\":{\"hasVideo\":false}}        | data[hasVideo]",
                "{\"data\":{\"from\":\"a\"}}            | key: from",
                "{\"data\":{\"message_type\":\"a\"}}    | key: message_type",
                "{\"data\":{\"google.x\":\"a\"}}        | key: google.x",
                "{\"data\":{\"gcm.x\":\"a\"}}           | key: gcm.x",
                "{\"data\":\"text\"}                    | message.data",
                "{\"priority\":\"high\"}                | priority",
                "{\"android\":{\"time_to_live\":30}}    | time_to_live",
                "{\"android\":{\"priority\":\"10\"}}    | android.priority",
                "{\"android\":{\"ttl\":\"30\"}}         | android.ttl",
            })
    void refusesWhatFcmWouldRefuse(String message, String reason) {
        assertThat(reason(raw("{\"message\":" + message + "}"))).contains(reason, "INVALID_ARGUMENT");
    }

    @Test
    void refusesAMessageOverFourKilobytes() {
        assertThat(reason(raw("{\"message\":{\"data\":{\"a\":\"" + "x".repeat(4090) + "\"}}}")))
                .contains("too big");
    }

    @Test
    void refusesTheDeadLegacyKey() {
        Channel legacy = new Channel("GCM", true, "KEY", Optional.empty());

        assertThat(reason(render(legacy, message().put("RawContent", "{\"fcmV1Message\":{\"message\":{}}}"))))
                .contains("KEY");
    }

    @Test
    void aMessageMayNameTheMethodItself() {
        Channel legacy = new Channel("GCM", true, "KEY", Optional.empty());

        assertThat(render(
                        legacy,
                        message()
                                .put("PreferredAuthenticationMethod", "TOKEN")
                                .put("RawContent", "{\"fcmV1Message\":{\"message\":{}}}")))
                .isInstanceOf(Rendered.Ready.class);
    }

    @Test
    void assemblesTitleAndBody() {
        Rendered rendered = render(
                CHANNEL, message().put("Title", "Call").put("Body", "Ada calls").put("TimeToLive", 30));

        JsonNode payload = ((Rendered.Ready) rendered).payload();
        assertThat(payload.path("data").path("pinpoint.notification.title").asText())
                .isEqualTo("Call");
        assertThat(payload.path("data").path("pinpoint.notification.body").asText())
                .isEqualTo("Ada calls");
        assertThat(payload.path("android").path("ttl").asText()).isEqualTo("30s");
    }

    @Test
    void refusesTheDeepLinkOfTheLegacyApi() {
        assertThat(reason(render(CHANNEL, message().put("Action", "DEEP_LINK").put("Url", "https://example.com"))))
                .contains("DEEP_LINK");
    }

    private Rendered raw(String envelope) {
        return render(CHANNEL, message().put("RawContent", "{\"fcmV1Message\":" + envelope + "}"));
    }

    private Rendered render(Channel channel, ObjectNode message) {
        return fcm.render(channel, new MessageText(message, JsonNodeFactory.instance.objectNode()));
    }

    private static String reason(Rendered rendered) {
        return ((Rendered.Refused) rendered).statusMessage().replace("\\\"", "\"");
    }

    private static ObjectNode message() {
        return JsonNodeFactory.instance.objectNode();
    }
}
