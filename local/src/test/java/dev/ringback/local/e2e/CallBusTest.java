package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What other systems hear of calls. */
@ExtendWith(BackendExtension.class)
class CallBusTest {
    @Test
    void everyChangeIsOnTheBusInOrderAndWithoutTokens(Backend backend) throws Exception {
        Phone ada = backend.phone("ada").registered("GCM");
        Phone ben = backend.phone("ben").registered("GCM");
        Http.Answer call = ada.initiateCall(ben);
        String callId = call.body().path("callId").asText();
        Http.Answer answer = ben.answerCall(callId);
        ben.endCall(callId);

        Eventually.holds("three events came", () -> events(backend, callId).size() == 3);

        List<JsonNode> events = events(backend, callId);
        assertThat(events)
                .extracting(event -> event.at("/detail/state").asText())
                .containsExactly("RINGING", "ANSWERED", "ENDED");
        assertThat(events)
                .extracting(event -> event.at("/detail/by").asText())
                .containsExactly(ada.clientId(), ben.clientId(), ben.clientId());
        assertThat(events)
                .allMatch(event -> event.path("source").asText().equals("ringback.calls"))
                .allMatch(event -> event.path("detail-type").asText().equals("Call State Changed"))
                .allMatch(event -> event.at("/detail/environment").asText().equals("local"))
                .allMatch(event -> event.at("/detail/callerOwner").asText().equals(owner(ada)))
                .allMatch(event -> event.at("/detail/calleeOwner").asText().equals(owner(ben)));
        assertThat(events.toString())
                .doesNotContain(
                        call.body().path("token").asText(),
                        answer.body().path("token").asText());
    }

    private static String owner(Phone phone) {
        try {
            return phone.sub();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> events(Backend backend, String callId) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        for (JsonNode event :
                Http.get(backend.runtime().endpoints().eventsUrl()).body().path("events")) {
            if (event.at("/detail/callId").asText().equals(callId)) {
                events.add(event);
            }
        }
        return events;
    }
}
