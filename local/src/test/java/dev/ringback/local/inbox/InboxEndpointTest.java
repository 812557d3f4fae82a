package dev.ringback.local.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.fault.Faults;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.testserver.Requests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxEndpointTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Inbox inbox = new Inbox();
    private final Faults faults = new Faults();
    private final InboxEndpoint endpoint = new InboxEndpoint(inbox, faults);

    @Test
    void listsAPushAsThePhoneWouldGetIt() throws Exception {
        JsonNode payload = JsonNodeFactory.instance.objectNode().put("callId", "c1");
        inbox.add(new Push("m1", "APNS_VOIP", "token-1", Map.of("apns-push-type", "voip"), payload, NOON));

        assertThat(get("/").path("pushes").get(0)).isEqualTo(new ObjectMapper().readTree("""
                {"messageId":"m1","channelType":"APNS_VOIP","deviceToken":"token-1",
                 "headers":{"apns-push-type":"voip"},"payload":{"callId":"c1"},"time":"2026-01-01T12:00:00Z"}
                """));
    }

    @Test
    void listsAMailWithItsCode() throws Exception {
        inbox.add(mail("ada@example.com", "123456"));

        assertThat(get("/").path("mails").get(0)).isEqualTo(new ObjectMapper().readTree("""
                {"address":"ada@example.com","subject":"Your code","text":"It is 123456.",
                 "confirmationCode":"123456","time":"2026-01-01T12:00:00Z"}
                """));
    }

    @Test
    void keepsOneAddressIfAsked() throws Exception {
        inbox.add(mail("ada@example.com", "111111"));
        inbox.add(mail("bob+x@example.com", "222222"));

        JsonNode mails = get("/?to=bob%2Bx@example.com").path("mails");

        assertThat(mails.findValuesAsText("confirmationCode")).containsExactly("222222");
    }

    @Test
    void keepsOneDeviceIfAsked() throws Exception {
        inbox.add(push("token-1"));
        inbox.add(push("token-2"));

        assertThat(get("/?to=token-2").path("pushes").findValuesAsText("deviceToken"))
                .containsExactly("token-2");
    }

    @Test
    void keepsTheLatestOnly() throws Exception {
        for (int i = 0; i <= Inbox.CAPACITY; i++) {
            inbox.add(push("token-" + i));
        }

        JsonNode pushes = get("/").path("pushes");

        assertThat(pushes).hasSize(Inbox.CAPACITY);
        assertThat(pushes.get(0).path("deviceToken").asText()).isEqualTo("token-1");
    }

    @Test
    void deleteEmptiesIt() throws Exception {
        inbox.add(push("token-1"));
        inbox.add(mail("ada@example.com", "111111"));

        assertThat(endpoint.answer(Requests.of("DELETE", "/", "")).status()).isEqualTo(204);
        assertThat(get("/").toString()).isEqualTo("{\"pushes\":[],\"mails\":[]}");
    }

    @Test
    void aBrowserGetsAPageInWhichNothingSentIsMarkup() {
        inbox.add(mail("<script>@example.com", "123456"));

        HttpAnswer answer =
                endpoint.answer(Requests.of("GET", "/", "", Map.of("accept", "text/html,application/xhtml+xml")));

        assertThat(answer.headers()).containsEntry("content-type", "text/html; charset=utf-8");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("123456", "&lt;script&gt;@example.com")
                .doesNotContain("<script>");
    }

    @Test
    void plansHowPushesEnd() {
        endpoint.answer(Requests.of("POST", "/_faults", "{\"path\":\"push/GCM\",\"deliveryStatus\":\"THROTTLED\"}"));

        assertThat(faults.active()).hasSize(1);
    }

    private JsonNode get(String target) throws Exception {
        return new ObjectMapper()
                .readTree(endpoint.answer(Requests.of("GET", target, "")).body());
    }

    private static Mail mail(String address, String code) {
        return new Mail(address, "Your code", "It is " + code + ".", code, NOON);
    }

    private static Push push(String token) {
        return new Push("m", "GCM", token, Map.of(), JsonNodeFactory.instance.objectNode(), NOON);
    }
}
