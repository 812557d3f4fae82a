package dev.ringback.pushnotifier.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.pushnotifier.push.CallPush;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayloadsTest {
    private static final String LINK = "https://my.app.com/incomingCall";
    private static final Instant SENT = Instant.ofEpochMilli(1_795_372_800_000L);

    private final ObjectMapper json = new ObjectMapper();
    private final Payloads payloads = new Payloads(LINK);
    private final CallPush push = push(Optional.of("Ada Lovelace"), Optional.empty());
    private final CallPush withToken = push(Optional.of("Ada Lovelace"), Optional.of("abc.def-_.ghi"));

    @Test
    void androidGetsDataOnlyThatWakesTheApp() throws Exception {
        assertThat(tree(payloads.fcm(push))).isEqualTo(json.readTree("""
                {"fcmV1Message":{"validate_only":false,"message":{
                  "data":{"pinpoint.notification.title":"Incoming call",
                          "pinpoint.notification.body":"Ada Lovelace is calling you",
                          "pinpoint.deeplink":"https://my.app.com/incomingCall?callId=call-1",
                          "type":"incoming_call","callId":"call-1","callerId":"caller-1","callerName":"Ada Lovelace",
                          "sentAt":"1795372800000","expiresAt":"1795372830000"},
                  "android":{"priority":"high","ttl":"30s","collapse_key":"call"}}}}
                """));
    }

    @Test
    void androidsAppOf2022GetsTheTokenInItsLink() throws Exception {
        assertThat(tree(payloads.fcm(withToken))).isEqualTo(json.readTree("""
                {"fcmV1Message":{"validate_only":false,"message":{
                  "data":{"pinpoint.notification.title":"Incoming call",
                          "pinpoint.notification.body":"Ada Lovelace is calling you",
                          "pinpoint.deeplink":"https://my.app.com/incomingCall?tok=abc.def-_.ghi",
                          "type":"incoming_call","callId":"call-1","callerId":"caller-1","callerName":"Ada Lovelace",
                          "sentAt":"1795372800000","expiresAt":"1795372830000"},
                  "android":{"priority":"high","ttl":"30s","collapse_key":"call"}}}}
                """));
    }

    @Test
    void iosGetsAnAlertWithTheLinkTheAppReads() throws Exception {
        assertThat(tree(payloads.apnsAlert(push))).isEqualTo(json.readTree("""
                {"aps":{"alert":{"title":"Incoming call","body":"Ada Lovelace is calling you"},"sound":"default",
                        "content-available":0,"link_url":"https://my.app.com/incomingCall?callId=call-1"},
                 "type":"incoming_call","callId":"call-1","callerId":"caller-1","callerName":"Ada Lovelace",
                 "sentAt":"1795372800000","expiresAt":"1795372830000"}
                """));
    }

    @Test
    void iossAppOf2022GetsTheTokenInItsLink() throws Exception {
        assertThat(tree(payloads.apnsAlert(withToken))).isEqualTo(json.readTree("""
                {"aps":{"alert":{"title":"Incoming call","body":"Ada Lovelace is calling you"},"sound":"default",
                        "content-available":0,"link_url":"https://my.app.com/incomingCall?tok=abc.def-_.ghi"},
                 "type":"incoming_call","callId":"call-1","callerId":"caller-1","callerName":"Ada Lovelace",
                 "sentAt":"1795372800000","expiresAt":"1795372830000"}
                """));
    }

    @Test
    void callKitGetsTheCall() throws Exception {
        assertThat(tree(payloads.apnsVoip(push))).isEqualTo(json.readTree("""
                {"aps":{"content-available":1},
                 "type":"incoming_call","callId":"call-1","callerId":"caller-1","callerName":"Ada Lovelace",
                 "sentAt":"1795372800000","expiresAt":"1795372830000",
                 "link":"https://my.app.com/incomingCall?callId=call-1"}
                """));
    }

    @Test
    void callKitGetsTheTokenForAppsThatDoNotAnswer() throws Exception {
        assertThat(tree(payloads.apnsVoip(withToken))).isEqualTo(json.readTree("""
                {"aps":{"content-available":1},
                 "type":"incoming_call","callId":"call-1","callerId":"caller-1","callerName":"Ada Lovelace",
                 "sentAt":"1795372800000","expiresAt":"1795372830000",
                 "link":"https://my.app.com/incomingCall?tok=abc.def-_.ghi","token":"abc.def-_.ghi"}
                """));
    }

    @Test
    void namesNobodyWhenThereIsNoName() throws Exception {
        JsonNode data =
                tree(payloads.fcm(push(Optional.empty(), Optional.empty()))).at("/fcmV1Message/message/data");
        assertThat(data.has("callerName")).isFalse();
        assertThat(data.path("pinpoint.notification.body").asText()).isEqualTo("Someone is calling you");
    }

    @Test
    void encodesATokenThatIsNotSafeInAQuery() throws Exception {
        JsonNode alert = tree(payloads.apnsAlert(push(Optional.empty(), Optional.of("a=b&c d+é"))));
        assertThat(alert.at("/aps/link_url").asText()).isEqualTo(LINK + "?tok=a%3Db%26c%20d%2B%C3%A9");
    }

    @Test
    void addsToAQueryThatTheLinkHasAlready() throws Exception {
        JsonNode alert = tree(new Payloads(LINK + "?v=2").apnsAlert(withToken));
        assertThat(alert.at("/aps/link_url").asText()).isEqualTo(LINK + "?v=2&tok=abc.def-_.ghi");
    }

    @Test
    void shortensTheNameUntilThePayloadFits() throws Exception {
        String text = payloads.fcm(push(Optional.of("好".repeat(400)), Optional.of("t".repeat(2500))))
                .orElseThrow();
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(4096);
        assertThat(json.readTree(text)
                        .at("/fcmV1Message/message/data/callerName")
                        .asText())
                .matches("好{10,}");
    }

    @Test
    void givesUpWhenTheTokenAloneIsTooLarge() {
        assertThat(payloads.apnsVoip(push(Optional.of("Ada"), Optional.of("t".repeat(5000)))))
                .isEmpty();
    }

    private static CallPush push(Optional<String> name, Optional<String> token) {
        return new CallPush("call-1", "caller-1", name, token, SENT, SENT.plusSeconds(30));
    }

    private JsonNode tree(Optional<String> text) throws Exception {
        return json.readTree(text.orElseThrow());
    }
}
