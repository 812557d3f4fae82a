package dev.ringback.local.bandwidth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.http.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticipantsTest {
    private final BandwidthFixture bandwidth = new BandwidthFixture();

    @Test
    void createsAParticipantInNoSession() throws Exception {
        HttpAnswer answer = bandwidth.call("POST", "/participants", """
                {"publishPermissions":["AUDIO","VIDEO"],"deviceApiVersion":"V3","tag":"dev-1",
                 "callbackUrl":"https://example.com/hook"}
                """);

        JsonNode participant = BandwidthFixture.json(answer).path("participant");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(participant.path("publishPermissions")).hasSize(2);
        assertThat(participant.path("sessions")).isEmpty();
        assertThat(participant.path("subscriptions")).isEmpty();
        assertThat(participant.path("tag").asText()).isEqualTo("dev-1");
        assertThat(participant.path("callbackUrl").asText()).isEqualTo("https://example.com/hook");
        assertThat(participant.path("deviceApiVersion").asText()).isEqualTo("V3");
    }

    @Test
    void aParticipantTokenIsAJwtThatNeedsNoEscapingInAQuery() throws Exception {
        String token = BandwidthFixture.json(bandwidth.call("POST", "/participants", "{}"))
                .path("token")
                .asText();

        assertThat(token).matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
        assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8))
                .contains("HS256");
    }

    @Test
    void aParticipantsTokenIsShownOnlyOnce() throws Exception {
        assertThat(BandwidthFixture.json(bandwidth.call("GET", "/participants/" + bandwidth.participant(), ""))
                        .has("token"))
                .isFalse();
    }

    @Test
    void aDeletedParticipantLeavesItsSession() throws Exception {
        String session = bandwidth.session();
        String participant = bandwidth.participant();
        bandwidth.join(session, participant);

        assertThat(bandwidth.call("DELETE", "/participants/" + participant, "").status())
                .isEqualTo(204);
        assertThat(bandwidth
                        .call("GET", "/sessions/" + session + "/participants", "")
                        .status())
                .isEqualTo(204);
        assertThat(bandwidth.call("DELETE", "/participants/" + participant, "").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/sessions     | {                                           ",
                "/sessions     | []                                          ",
                "/sessions     | {\"tag\":5}                                 ",
                "/sessions     | {\"tag\":\"012345678901234567890123456789012345678901234567890\"}",
                "/participants | {\"tag\":\"012345678901234567890123456789012345678901234567890\"}",
                "/participants | {\"publishPermissions\":\"AUDIO\"}          ",
                "/participants | {\"publishPermissions\":[\"SCREEN\"]}       ",
                "/participants | {\"publishPermissions\":[\"AUDIO\",\"AUDIO\"]}",
                "/participants | {\"deviceApiVersion\":\"V2\"}               ",
                "/participants | {\"callbackUrl\":\"example.com\"}           ",
            })
    void refusesABadBody(String path, String body) throws Exception {
        HttpAnswer answer = bandwidth.call("POST", path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(BandwidthFixture.json(answer).path("error").asText()).isNotEmpty();
        assertThat(BandwidthFixture.json(answer).path("requestId").asText()).isNotEmpty();
    }

    @Test
    void whoJoinsWithoutABodyHearsNothing() throws Exception {
        String session = bandwidth.session();
        String participant = bandwidth.participant();
        bandwidth.call("PUT", BandwidthFixture.member(session, participant), "");

        assertThat(bandwidth
                        .call("GET", BandwidthFixture.member(session, participant) + "/subscriptions", "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void whoSubscribesToTheSessionKeepsThatSubscription() throws Exception {
        String session = bandwidth.session();
        String participant = bandwidth.participant();
        bandwidth.join(session, participant);

        assertThat(BandwidthFixture.json(bandwidth.call(
                                "GET", BandwidthFixture.member(session, participant) + "/subscriptions", ""))
                        .toString())
                .isEqualTo("{\"sessionId\":\"" + session + "\"}");
    }

    @Test
    void listedParticipantsWinOverTheSession() throws Exception {
        String session = bandwidth.session();
        String caller = bandwidth.participant();
        String callee = bandwidth.participant();
        bandwidth.join(session, caller);
        bandwidth.join(session, callee);
        String path = BandwidthFixture.member(session, caller) + "/subscriptions";
        bandwidth.call(
                "PUT",
                path,
                "{\"sessionId\":\"%s\",\"participants\":[{\"participantId\":\"%s\",\"streamAliases\":[\"mic\"]}]}"
                        .formatted(session, callee));

        JsonNode heard = BandwidthFixture.json(bandwidth.call("GET", path, ""));
        assertThat(heard.path("participants").get(0).path("participantId").asText())
                .isEqualTo(callee);
        assertThat(heard.path("participants")
                        .get(0)
                        .path("streamAliases")
                        .get(0)
                        .asText())
                .isEqualTo("mic");

        bandwidth.call("DELETE", "/participants/" + callee, "");
        assertThat(bandwidth.call("GET", path, "").status()).isEqualTo(204);
    }

    @Test
    void anEmptyUpdateRemovesAllSubscriptions() throws Exception {
        String session = bandwidth.session();
        String participant = bandwidth.participant();
        bandwidth.join(session, participant);
        String path = BandwidthFixture.member(session, participant) + "/subscriptions";

        assertThat(bandwidth.call("PUT", path, "").status()).isEqualTo(204);
        assertThat(bandwidth.call("GET", path, "").status()).isEqualTo(204);
    }

    @Test
    void subscribingToSomebodyElsewhereIs404() throws Exception {
        String session = bandwidth.session();
        String participant = bandwidth.participant();
        bandwidth.join(session, participant);

        assertThat(bandwidth
                        .call(
                                "PUT",
                                BandwidthFixture.member(session, participant) + "/subscriptions",
                                "{\"participants\":[{\"participantId\":\"" + bandwidth.participant() + "\"}]}")
                        .status())
                .isEqualTo(404);
    }
}
