package dev.ringback.callevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.functionkit.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallEventsHandlerTest {
    private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";

    private final FunctionUnderTest function = new FunctionUnderTest();

    @AfterEach
    void stop() {
        function.close();
    }

    @Test
    void tellsEachUserOfEachChangeInOrder() throws Exception {
        function.send("life-of-a-call.json");
        assertThat(statesToldTo("ada")).containsExactly("RINGING", "ANSWERED", "ENDED");
        assertThat(statesToldTo("bob")).containsExactly("RINGING", "ANSWERED", "ENDED");
    }

    @Test
    void putsEachChangeOnTheBus() throws Exception {
        function.send("life-of-a-call.json");
        assertThat(onTheBus().map(detail -> detail.path("state").asText()))
                .containsExactly("RINGING", "ANSWERED", "ENDED");
    }

    @Test
    void tellsTheBusWhenThingsHappened() throws Exception {
        function.send("life-of-a-call.json");
        JsonNode last = onTheBus().toList().getLast();
        assertThat(last.path("by").asText()).isEqualTo("system");
        assertThat(last.path("answeredAt").asText()).isEqualTo("2026-11-22T10:15:40.500Z");
        assertThat(last.path("endedAt").asText()).isEqualTo(last.path("at").asText());
    }

    @Test
    void givesNoCredentialAway() throws Exception {
        function.send("life-of-a-call.json");
        assertThat(Stream.concat(function.appSync.seen().stream(), function.eventBridge.seen().stream()))
                .noneMatch(seen -> seen.text().contains("-jwt"));
        assertThat(function.log()).doesNotContain("-jwt");
    }

    @Test
    void asksForNothingAgainWhenAllIsPublished() throws Exception {
        assertThat(function.send("life-of-a-call.json")).hasToString(NOTHING_FAILED);
    }

    @Test
    void asksForTheStreamAgainFromWhatAppSyncRefused() throws Exception {
        function.appSync.answer(FakeService.reply(403, "{}"), FakeService.reply(403, "{}"));
        assertThat(function.send("life-of-a-call.json")).hasToString(failedFrom("102"));
    }

    @Test
    void asksForTheStreamAgainFromWhatEventBridgeRefused() throws Exception {
        function.eventBridge.answer(FakeService.reply(200, """
                {"FailedEntryCount":1,"Entries":[{"EventId":"e"},{"EventId":"e"},{"ErrorCode":"InternalFailure"}]}"""));
        assertThat(function.send("life-of-a-call.json")).hasToString(failedFrom("105"));
        assertThat(statesToldTo("ada")).hasSize(3);
    }

    @Test
    void skipsARecordThatCannotBeRead() throws Exception {
        assertThat(function.send("unreadable.json")).hasToString(NOTHING_FAILED);
        assertThat(statesToldTo("ada")).containsExactly("ANSWERED");
        assertThat(function.log()).contains("\"event\":\"changeNotRead\"", "\"sequenceNumber\":\"101\"");
    }

    @Test
    void saysInOneLineWhatItDid() throws Exception {
        function.send("life-of-a-call.json");
        assertThat(function.log().lines().filter(line -> line.contains("\"event\":\"eventsPublished\"")))
                .singleElement()
                .asString()
                .contains("\"requestId\":\"invocation-1\"", "\"records\":6", "\"changes\":3", "\"open\":0");
    }

    @Test
    void saysInALineOfEachChangeThatItIsPublished() throws Exception {
        function.send("life-of-a-call.json");
        assertThat(function.log().lines().filter(line -> line.contains("\"event\":\"callChanged\"")))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("\"callId\":\"call-1\""));
    }

    @Test
    void primesEveryStep() {
        function.prime();
        assertThat(function.log()).contains("\"event\":\"primed\",\"failed\":\"{}\",\"steps\":2");
    }

    @Test
    void primingSendsNothing() {
        function.prime();
        assertThat(function.appSync.seen()).isEmpty();
        assertThat(function.eventBridge.seen()).isEmpty();
    }

    @Test
    void namesAMissingVariable() {
        Environment environment = new Environment(Map.of("AWS_REGION", "eu-central-1", "ENVIRONMENT_NAME", "test"));
        assertThatThrownBy(() -> Wiring.of(environment))
                .hasMessage("The environment variable EVENT_BUS_NAME is missing.");
    }

    @Test
    void startsWithTheVariablesItIsGiven() {
        Environment environment = new Environment(Map.of(
                "AWS_REGION", "eu-central-1",
                "ENVIRONMENT_NAME", "test",
                "EVENT_BUS_NAME", "ringback-test",
                "GRAPHQL_URL", "https://example.appsync-api.eu-central-1.amazonaws.com/graphql"));
        assertThat(new CallEventsHandler(Wiring.of(environment))).isNotNull();
    }

    private List<String> statesToldTo(String owner) {
        return function.appSync.seen().stream()
                .map(seen -> seen.body().at("/variables/event"))
                .filter(event -> event.path("owner").asText().equals(owner))
                .map(event -> event.path("state").asText())
                .toList();
    }

    private Stream<JsonNode> onTheBus() {
        return function.eventBridge.seen().stream()
                .flatMap(seen -> seen.body().path("Entries").valueStream())
                .map(entry -> detail(entry.path("Detail").asText()));
    }

    private static JsonNode detail(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String failedFrom(String sequenceNumber) {
        return "{\"batchItemFailures\":[{\"itemIdentifier\":\"" + sequenceNumber + "\"}]}";
    }
}
