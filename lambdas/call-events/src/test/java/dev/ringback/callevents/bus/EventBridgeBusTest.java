package dev.ringback.callevents.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.callevents.CallChange;
import dev.ringback.callevents.FakeService;
import dev.ringback.callevents.NotPublishedException;
import dev.ringback.callevents.SampleChanges;
import dev.ringback.calling.aws.NoNetwork;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

class EventBridgeBusTest {
    private final FakeService eventBridge = FakeService.eventBridge();
    private final EventBridgeClient client = EventBridgeClient.builder()
            .endpointOverride(eventBridge.url("/"))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    private final Bus bus = new EventBridgeBus(client, "ringback-test", "test");

    @AfterEach
    void stop() {
        client.close();
        eventBridge.close();
    }

    @Test
    void putsEventsOnTheBus() {
        bus.tell(List.of(SampleChanges.rings("call-1")));
        JsonNode entry = entries().path(0);
        assertThat(eventBridge.seen().getFirst().header("X-amz-target")).isEqualTo("AWSEvents.PutEvents");
        assertThat(entry.path("EventBusName").asText()).isEqualTo("ringback-test");
        assertThat(entry.path("Source").asText()).isEqualTo("ringback.calls");
        assertThat(entry.path("DetailType").asText()).isEqualTo("Call State Changed");
    }

    @Test
    void tellsWhatBecameOfTheCall() throws Exception {
        bus.tell(List.of(SampleChanges.missed("call-1")));
        assertThat(new ObjectMapper().readTree(entries().path(0).path("Detail").asText()))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"environment":"test","callId":"call-1","state":"MISSED","reason":"no_answer","by":"system",
                         "callerId":"caller-1","calleeId":"callee-1","callerOwner":"ada","calleeOwner":"bob",
                         "at":"2026-11-22T10:15:32.123Z","startedAt":"2026-11-22T10:15:30.123Z",
                         "ringUntil":"2026-11-22T10:16:15.123Z","version":2,
                         "traceId":"1-6a5c0f3e-0123456789abcdef01234567"}
                        """));
    }

    @Test
    void tellsWhichDeviceAnswered() throws Exception {
        bus.tell(List.of(SampleChanges.answered("call-1")));
        JsonNode detail =
                new ObjectMapper().readTree(entries().path(0).path("Detail").asText());
        assertThat(detail.path("calleeId").asText()).isEqualTo("callee-1");
        assertThat(detail.path("answeredBy").asText()).isEqualTo("callee-2");
    }

    @Test
    void leavesOutWhatIsNotKnown() throws Exception {
        bus.tell(List.of(SampleChanges.failed("call-1")));
        JsonNode detail =
                new ObjectMapper().readTree(entries().path(0).path("Detail").asText());
        assertThat(detail.has("calleeOwner")).isFalse();
        assertThat(detail.has("answeredBy")).isFalse();
        assertThat(detail.has("answeredAt")).isFalse();
    }

    @Test
    void putsSeveralInOneRequest() {
        bus.tell(List.of(SampleChanges.rings("call-1"), SampleChanges.rings("call-2")));
        assertThat(eventBridge.seen()).hasSize(1);
        assertThat(entries()).hasSize(2);
    }

    @Test
    void namesThoseThatWereNotTaken() {
        eventBridge.answer(FakeService.reply(200, """
                {"FailedEntryCount":1,"Entries":[{"EventId":"e"},{"ErrorCode":"ThrottlingException"}]}"""));
        CallChange second = SampleChanges.rings("call-2");
        assertThat(bus.tell(List.of(SampleChanges.rings("call-1"), second)))
                .isEqualTo(Map.of(second, "ThrottlingException"));
    }

    @Test
    void failsWhenTheAnswerIsNotForAllOfThem() {
        eventBridge.answer(FakeService.reply(200, """
                {"FailedEntryCount":0,"Entries":[]}"""));
        assertThatThrownBy(() -> bus.tell(List.of(SampleChanges.rings("call-1"))))
                .isInstanceOf(NotPublishedException.class);
    }

    @Test
    void failsWhenTheBusIsGone() {
        eventBridge.answer(FakeService.reply(400, """
                {"__type":"ResourceNotFoundException","message":"no bus"}"""));
        assertThatThrownBy(() -> bus.tell(List.of(SampleChanges.rings("call-1"))))
                .isInstanceOf(NotPublishedException.class)
                .hasMessageContaining("no bus");
    }

    @Test
    void triesAgainWhenEventBridgeBreaks() {
        eventBridge.answer(FakeService.reply(500, "{}"));
        assertThat(bus.tell(List.of(SampleChanges.rings("call-1")))).isEmpty();
    }

    @Test
    void canBeRehearsedWithoutANetwork() {
        EventBridgeClient nowhere = NoNetwork.client(EventBridgeClient.builder(), """
                {"FailedEntryCount":0,"Entries":[{"EventId":"none"}]}""");
        Bus rehearsal = new EventBridgeBus(nowhere, "ringback-test", "test");
        assertThat(rehearsal.tell(List.of(SampleChanges.rings("call-1")))).isEmpty();
    }

    private JsonNode entries() {
        return eventBridge.seen().getFirst().body().path("Entries");
    }
}
