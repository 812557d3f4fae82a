package dev.ringback.local.appsync.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of calls, from the function that publishes them to the user whom they are for. */
class CallEventsTest {
    private static final String FIELDS = "owner callId state reason callerId calleeId at ringUntil version";
    private static final String MAY_PUBLISH = "Mutation/fields/publishCallEvent";
    private static final String MAY_READ_EVENTS = "CallEvent/*";
    private static final String SUBSCRIPTION = "subscription($owner: ID!) { onCallEvent(owner: $owner) { FIELDS } }";

    @AutoClose
    private final CallEventsServer server = new CallEventsServer();

    @Test
    void tellsTheOwnerExactlyWhatWasPublished() throws Exception {
        RealtimeClient ann = following("ann");

        JsonNode answer = published(event("ann", 7));

        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/data/publishCallEvent")).isEqualTo(event("ann", 7));
        assertThat(heard(ann)).isEqualTo(event("ann", 7));
    }

    @Test
    void tellsOfAnEventWithoutAReason() throws Exception {
        RealtimeClient ann = following("ann");
        ObjectNode event = event("ann", 1);
        event.remove("reason");

        published(event);

        assertThat(heard(ann)).isEqualTo(event.putNull("reason"));
    }

    @Test
    void tellsNobodyElse() throws Exception {
        RealtimeClient ann = following("ann");
        RealtimeClient ben = following("ben");

        published(event("ann", 1));
        published(event("ben", 2));

        assertThat(heard(ann).path("version").asInt()).isEqualTo(1);
        assertThat(heard(ben).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void tellsNobodyWhereThePublisherLeavesTheOwnerOut() throws Exception {
        RealtimeClient ann = following("ann");

        server.asFunction(publishing(event("ann", 1), "callId"), MAY_PUBLISH, MAY_READ_EVENTS);
        published(event("ann", 2));

        assertThat(heard(ann).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void refusesToFollowAnother() throws Exception {
        RealtimeClient ben = server.connected("ben");

        ben.start("1", selected(SUBSCRIPTION), "{'owner': 'ann'}", CallEventsServer.authorization("ben"));

        assertThat(ben.hearError()).isEqualTo("Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(strings = {"onCallEvent", "onCallEvent(owner: null)"})
    void refusesToFollowNobodyInParticular(String field) throws Exception {
        RealtimeClient ben = server.connected("ben");

        ben.start("1", "subscription { " + field + " { callId } }", "{}", CallEventsServer.authorization("ben"));

        assertThat(ben.hear("error").at("/payload/errors/0/message").asText()).startsWith("Validation error of type");
    }

    @Test
    void refusesAFunctionToFollowAnybody() throws Exception {
        RealtimeClient client = server.connected("ben");

        client.start("1", selected(SUBSCRIPTION), "{'owner': 'ann'}", server.authorizationOfFunction("*"));

        assertThat(client.hear("error").at("/payload/errors/0/message").asText())
                .isEqualTo("Not Authorized to access onCallEvent on type Subscription");
    }

    @Test
    void refusesAUserToPublishEvenToHimself() throws Exception {
        RealtimeClient ann = following("ann");

        JsonNode answer = server.asUser(publishing(event("ann", 1), FIELDS), "ann");
        published(event("ann", 2));

        assertRefused(answer, "Not Authorized to access publishCallEvent on type Mutation");
        assertThat(heard(ann).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void refusesAFunctionWithoutTheGrantToPublish() throws Exception {
        RealtimeClient ann = following("ann");

        JsonNode answer =
                server.asFunction(publishing(event("ann", 1), FIELDS), "Mutation/fields/deletePerson", MAY_READ_EVENTS);
        published(event("ann", 2));

        assertRefused(answer, "Not Authorized to access publishCallEvent on type Mutation");
        assertThat(heard(ann).path("version").asInt()).isEqualTo(2);
    }

    /** AWS documents no more than that policies name fields; CDK's own integration test grants the type's as well. */
    @Test
    void refusesAFunctionWithoutTheGrantOnTheFieldsOfAnEvent() throws Exception {
        JsonNode answer = server.asFunction(publishing(event("ann", 1), FIELDS), MAY_PUBLISH);

        assertRefused(answer, "Not Authorized to access owner on type CallEvent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state   | CALLING             | No value found for name 'CALLING'",
                "at      | 2026-01-01T12:00:00 | as a valid DateTime Object",
                "version | seven               | converted to type 'Int'"
            })
    void refusesAValueOfAnotherType(String field, String value, String message) throws Exception {
        RealtimeClient ann = following("ann");

        JsonNode answer = published(event("ann", 1).put(field, value));
        published(event("ann", 2));

        assertThat(answer.at("/errors/0/message").asText()).contains(message);
        assertThat(heard(ann).path("version").asInt()).isEqualTo(2);
    }

    private static void assertRefused(JsonNode answer, String message) {
        assertThat(answer.at("/errors/0/message").asText()).isEqualTo(message);
        assertThat(answer.at("/errors/0/errorType").asText()).isEqualTo("Unauthorized");
        assertThat(answer.at("/data/publishCallEvent").isNull()).isTrue();
    }

    private RealtimeClient following(String sub) throws Exception {
        RealtimeClient client = server.connected(sub);
        client.start("1", selected(SUBSCRIPTION), "{'owner': '" + sub + "'}", CallEventsServer.authorization(sub));
        client.hear("start_ack");
        return client;
    }

    private static JsonNode heard(RealtimeClient client) throws Exception {
        return client.hear("data").at("/payload/data/onCallEvent");
    }

    private JsonNode published(ObjectNode event) throws Exception {
        return server.asFunction(publishing(event, FIELDS), MAY_PUBLISH, MAY_READ_EVENTS);
    }

    private static ObjectNode publishing(ObjectNode event, String fields) {
        ObjectNode request = FakeApi.JSON
                .createObjectNode()
                .put(
                        "query",
                        "mutation($event: CallEventInput!) { publishCallEvent(event: $event) { " + fields + " } }");
        request.putObject("variables").set("event", event);
        return request;
    }

    private static String selected(String operation) {
        return operation.replace("FIELDS", FIELDS);
    }

    private static ObjectNode event(String owner, int version) {
        ObjectNode event = (ObjectNode) FakeApi.json("""
                {'callId': 'c1', 'state': 'ENDED', 'reason': 'HANGUP', 'callerId': 'd1', 'calleeId': 'd2',
                 'at': '2026-01-01T12:00:00.123Z', 'ringUntil': '2026-01-01T12:00:45Z'}""");
        return event.put("owner", owner).put("version", version);
    }
}
