package dev.ringback.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.testserver.AdjustableClock;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.TestPrincipal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsServiceTest {
    private static final String CALLS =
            "\"Source\":\"ringback.calls\",\"DetailType\":\"Call State Changed\"," + "\"EventBusName\":\"calls\"";
    private static final String RINGING = "{" + CALLS + ",\"Detail\":\"{\\\"state\\\":\\\"RINGING\\\"}\"}";

    private final AdjustableClock clock = new AdjustableClock();
    private final List<String> console = new ArrayList<>();
    private final EventBuses buses = new EventBuses(Account.DEFAULT);
    private final Rules rules = new Rules(null, Account.DEFAULT, clock, console::add);
    private final EventsService service = new EventsService(buses, rules, Account.DEFAULT, clock, console::add);
    private final EventsEndpoint endpoint = new EventsEndpoint(buses, rules);
    private final ObjectMapper json = new ObjectMapper();

    @BeforeEach
    void createBus() {
        buses.add("calls");
    }

    @Test
    void keepsAnEventAsTargetsGetIt() throws Exception {
        JsonNode answer = put(RINGING);

        JsonNode event = list("/").path(0);
        assertThat(answer.path("FailedEntryCount").asInt()).isZero();
        assertThat(event.path("id").asText())
                .matches("[0-9a-f-]{36}")
                .isEqualTo(answer.path("Entries").path(0).path("EventId").asText());
        assertThat(event.toString())
                .isEqualTo("{\"version\":\"0\",\"id\":" + event.path("id")
                        + ",\"detail-type\":\"Call State Changed\",\"source\":\"ringback.calls\","
                        + "\"account\":\"000000000000\",\"time\":\"2026-01-01T12:00:00Z\",\"region\":\"us-east-1\","
                        + "\"resources\":[],\"detail\":{\"state\":\"RINGING\"}}");
    }

    @Test
    void takesTimeAndResourcesFromTheEntry() throws Exception {
        put("{" + CALLS + ",\"Detail\":\"{}\",\"Time\":1767225600.5,\"Resources\":[\"arn:call\"]}");

        JsonNode event = list("/").path(0);
        assertThat(event.path("time").asText()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(event.path("resources").toString()).isEqualTo("[\"arn:call\"]");
    }

    @Test
    void knowsABusByItsArnToo() throws Exception {
        put(RINGING.replace("\"calls\"", "\"arn:aws:events:us-east-1:000000000000:event-bus/calls\""));

        assertThat(list("/?bus=calls")).hasSize(1);
    }

    @Test
    void listsTheEventsOfOneBus() throws Exception {
        put(RINGING);
        put(RINGING.replace("\"EventBusName\":\"calls\",", ""));

        assertThat(list("/?bus=default")).hasSize(1);
        assertThat(list("/")).hasSize(2);
    }

    @Test
    void listsTheOldestFirst() throws Exception {
        put(RINGING);
        put(RINGING.replace("RINGING", "ANSWERED"));

        assertThat(list("/").path(0).path("detail").path("state").asText()).isEqualTo("RINGING");
        assertThat(list("/").path(1).path("detail").path("state").asText()).isEqualTo("ANSWERED");
    }

    @Test
    void forgetsEventsWhenTold() throws Exception {
        put(RINGING);

        endpoint.answer(Requests.of("DELETE", "/", ""));

        assertThat(list("/")).isEmpty();
    }

    @Test
    void saysWhichEntryItRefusesAndTakesTheOthers() throws Exception {
        JsonNode answer = put(RINGING, "{" + CALLS + ",\"Detail\":\"[]\"}", "{" + CALLS + "}");

        assertThat(answer.path("FailedEntryCount").asInt()).isEqualTo(2);
        assertThat(answer.path("Entries").path(0).has("EventId")).isTrue();
        assertThat(answer.path("Entries").path(1).toString())
                .isEqualTo("{\"ErrorCode\":\"MalformedDetail\",\"ErrorMessage\":\"Detail is malformed.\"}");
        assertThat(answer.path("Entries").path(2).path("ErrorMessage").asText())
                .isEqualTo("Parameter Detail is not valid. Reason: Detail is a required argument.");
        assertThat(list("/")).hasSize(1);
    }

    @Test
    void refusesToSpeakForAws() throws Exception {
        assertThat(put(RINGING.replace("ringback.calls", "aws.ec2"))
                        .path("Entries")
                        .path(0)
                        .path("ErrorCode")
                        .asText())
                .isEqualTo("NotAuthorizedForSourceException");
    }

    @Test
    void refusesMoreThanTenEntries() {
        assertThatThrownBy(() -> put(Collections.nCopies(11, RINGING).toArray(String[]::new)))
                .isInstanceOf(AwsFailure.class)
                .hasMessageContaining("Value at 'entries' failed to satisfy constraint");
    }

    @Test
    void refusesMoreThanAMegabyte() {
        String half = "{" + CALLS + ",\"Detail\":\"{\\\"x\\\":\\\"" + "x".repeat(525_000) + "\\\"}\"}";

        assertThatThrownBy(() -> put(half, half))
                .hasMessage("Total size of the entries in the request is over the limit.");
    }

    @Test
    void refusesWhoMayPutOnAnotherBusOnly() {
        Principal other =
                new TestPrincipal("events:PutEvents", "arn:aws:events:us-east-1:000000000000:event-bus/other");

        assertThatThrownBy(() -> put(other, RINGING))
                .hasMessageContaining("is not authorized to perform: events:PutEvents on resource:"
                        + " arn:aws:events:us-east-1:000000000000:event-bus/calls");
    }

    @Test
    void dropsAnEventForABusThatIsNotThereAndSaysSo() throws Exception {
        JsonNode answer = put(RINGING.replace("\"calls\"", "\"nowhere\""));

        assertThat(answer.path("FailedEntryCount").asInt()).isZero();
        assertThat(list("/")).isEmpty();
        assertThat(console).containsExactly("events | There is no event bus nowhere: an event got lost.");
    }

    private JsonNode put(String... entries) throws Exception {
        return put(TestPrincipal.ANYONE, entries);
    }

    private JsonNode put(Principal principal, String... entries) throws Exception {
        String body = "{\"Entries\":[" + String.join(",", entries) + "]}";
        HttpAnswer answer = service.answer(new AwsCall("PutEvents", Requests.of("POST", "/", body), principal));
        return json.readTree(answer.body());
    }

    private JsonNode list(String target) throws Exception {
        return json.readTree(endpoint.answer(Requests.of("GET", target, "")).body())
                .path("events");
    }
}
