package dev.ringback.pushnotifier.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.StopReason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PayloadsTest {
    private static final String LINK = "https://my.app.com/incomingCall";
    private static final String FIELDS = """
            "callId":"0d7f3a52-6f0e-4c0b-9d63-1f5a2b3c4d5e","callerId":"2b9a4c1d-7e8f-4a5b-8c6d-9e0f1a2b3c4d",
            "callerName":"Ada Lovelace","sentAt":"1795372800000","expiresAt":"1795372830000"
            """;

    private final ObjectMapper json = new ObjectMapper();
    private final Payloads payloads = new Payloads(new DeepLink(LINK));

    @Test
    void androidGetsDataOnlyThatWakesTheApp() throws Exception {
        assertThat(tree(Form.FCM, Samples.INCOMING, "")).isEqualTo(json.readTree("""
                {"fcmV1Message":{"validate_only":false,"message":{
                  "data":{"pinpoint.notification.title":"Incoming call",
                          "pinpoint.notification.body":"Ada Lovelace is calling you",
                          "pinpoint.deeplink":"https://my.app.com/incomingCall?callId=0d7f3a52-6f0e-4c0b-9d63-1f5a2b3c4d5e",
                          "type":"incoming_call",%s},
                  "android":{"priority":"high","ttl":"30s","collapse_key":"call"}}}}
                """.formatted(FIELDS)));
    }

    @Test
    void androidIsToldToStop() throws Exception {
        assertThat(tree(Form.FCM, Samples.stopped(StopReason.ANSWERED_ELSEWHERE), ""))
                .isEqualTo(json.readTree("""
                {"fcmV1Message":{"validate_only":false,"message":{
                  "data":{"pinpoint.notification.title":"Call answered",
                          "pinpoint.notification.body":"Answered on another device",
                          "pinpoint.deeplink":"https://my.app.com/incomingCall?callId=0d7f3a52-6f0e-4c0b-9d63-1f5a2b3c4d5e",
                          "type":"call_cancelled","reason":"answered_elsewhere",%s},
                  "android":{"priority":"high","ttl":"30s"}}}}
                """.formatted(FIELDS)));
    }

    @Test
    void androidsAppOf2022GetsTheTokenInItsLink() throws Exception {
        assertThat(tree(Form.FCM, Samples.INCOMING, "abc.def-_.ghi")
                        .at("/fcmV1Message/message/data/pinpoint.deeplink")
                        .asText())
                .isEqualTo("https://my.app.com/incomingCall?tok=abc.def-_.ghi");
    }

    @Test
    void iosGetsAnAlertWithTheLinkTheAppReads() throws Exception {
        assertThat(tree(Form.ALERT, Samples.INCOMING, "")).isEqualTo(json.readTree("""
                {"aps":{"alert":{"title":"Incoming call","body":"Ada Lovelace is calling you"},"sound":"default",
                        "content-available":0,
                        "link_url":"https://my.app.com/incomingCall?callId=0d7f3a52-6f0e-4c0b-9d63-1f5a2b3c4d5e"},
                 "type":"incoming_call",%s}
                """.formatted(FIELDS)));
    }

    @Test
    void iosShowsAMissedCallAndWakesTheAppThatMayRing() throws Exception {
        assertThat(tree(Form.ALERT, Samples.MISSED, "")).isEqualTo(json.readTree("""
                {"aps":{"alert":{"title":"Missed call","body":"Ada Lovelace called you"},"sound":"default",
                        "content-available":1,
                        "link_url":"https://my.app.com/incomingCall?callId=0d7f3a52-6f0e-4c0b-9d63-1f5a2b3c4d5e"},
                 "type":"missed_call",%s}
                """.formatted(FIELDS)));
    }

    @Test
    void iosIsToldInSilenceToStop() throws Exception {
        assertThat(tree(Form.BACKGROUND, Samples.stopped(StopReason.DECLINED_ELSEWHERE), ""))
                .isEqualTo(json.readTree("""
                {"aps":{"content-available":1},"type":"call_cancelled","reason":"declined_elsewhere",%s}
                """.formatted(FIELDS)));
    }

    @Test
    void callKitGetsTheCall() throws Exception {
        assertThat(tree(Form.VOIP, Samples.INCOMING, "")).isEqualTo(json.readTree("""
                {"aps":{"content-available":1},"type":"incoming_call",%s,
                 "link":"https://my.app.com/incomingCall?callId=0d7f3a52-6f0e-4c0b-9d63-1f5a2b3c4d5e"}
                """.formatted(FIELDS)));
    }

    @Test
    void callKitGetsTheTokenForAppsThatDoNotAnswer() throws Exception {
        assertThat(tree(Form.VOIP, Samples.INCOMING, "abc.def-_.ghi")).isEqualTo(json.readTree("""
                {"aps":{"content-available":1},"type":"incoming_call",%s,
                 "link":"https://my.app.com/incomingCall?tok=abc.def-_.ghi","token":"abc.def-_.ghi"}
                """.formatted(FIELDS)));
    }

    @Test
    void namesNobodyWhenThereIsNoName() throws Exception {
        Push nameless = Samples.INCOMING.with(Samples.named(Optional.empty()));
        JsonNode data = tree(Form.FCM, nameless, "").at("/fcmV1Message/message/data");
        assertThat(data.has("callerName")).isFalse();
        assertThat(data.path("pinpoint.notification.body").asText()).isEqualTo("Someone is calling you");
    }

    @Test
    void encodesATokenThatIsNotSafeInAQuery() throws Exception {
        assertThat(tree(Form.ALERT, Samples.INCOMING, "a=b&c d+é")
                        .at("/aps/link_url")
                        .asText())
                .isEqualTo(LINK + "?tok=a%3Db%26c%20d%2B%C3%A9");
    }

    @Test
    void addsToAQueryThatTheLinkHasAlready() {
        String alert = new Payloads(new DeepLink(LINK + "?v=2"))
                .of(Form.ALERT, Samples.INCOMING, Optional.of("abc"))
                .orElseThrow();
        assertThat(alert).contains(LINK + "?v=2&tok=abc");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void shortensTheNameUntilThePayloadFits(Form form) throws Exception {
        Push push = Samples.INCOMING.with(Samples.named(Optional.of("好".repeat(3000))));
        String text = payloads.of(form, push, Optional.empty()).orElseThrow();
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1500, 4096);
        assertThat(json.readTree(text).findValue("callerName").asText()).matches("好{100,}");
    }

    @Test
    void givesUpWhenTheTokenAloneIsTooLarge() {
        assertThat(payloads.of(Form.VOIP, Samples.INCOMING, Optional.of("t".repeat(5000))))
                .isEmpty();
    }

    private JsonNode tree(Form form, Push push, String token) throws Exception {
        return json.readTree(payloads.of(form, push, Optional.of(token).filter(text -> !text.isEmpty()))
                .orElseThrow());
    }
}
