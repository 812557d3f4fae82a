package dev.ringback.local.appsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientMessageTest {
    private final RealtimeServer server = new RealtimeServer(RealtimeServer.LIMITS);
    private final RealtimeClient client = server.client();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{'type': 'start'}",
                "{'type': 'start', 'id': '1', 'payload': {'data': {}}}",
                "{'type': 'start', 'id': '1', 'payload': {'data': '{}'}}"
            })
    void outlivesAMessageThatCannotBeUsed(String message) throws Exception {
        client.say(message);

        assertThat(client.hearError()).isEqualTo("BadRequestException");
        client.subscribed("1", "{}");
    }

    @Test
    void namesAMessageTypeItDoesNotKnow() throws Exception {
        client.say("{'type': 'subscribe', 'id': '7'}");

        JsonNode error = client.hear("error");
        assertThat(error.path("id").asText()).isEqualTo("7");
        assertThat(error.at("/payload/errors/0"))
                .isEqualTo(FakeApi.json("{'errorType': 'UnsupportedOperation',"
                        + " 'message': 'subscribe not supported through the realtime channel'}"));
    }

    @Test
    void refusesToStopWhatDoesNotRun() throws Exception {
        client.say("{'type': 'stop', 'id': '1'}");

        assertThat(client.hearError()).isEqualTo("UnknownOperationError");
    }

    @Test
    void closesOnAMessageThatIsTooLong() throws Exception {
        client.say("A".repeat(RealtimeServer.LIMITS.messageBytes() + 1));

        assertThat(client.closeStatus()).isEqualTo(1009);
    }
}
