package dev.ringback.callevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.callevents.bus.EventBridgeBus;
import dev.ringback.callevents.phones.AppSyncPhones;
import dev.ringback.callevents.phones.Connections;
import dev.ringback.callevents.phones.GraphQlEndpoint;
import dev.ringback.calling.aws.NoNetwork;
import dev.ringback.functionkit.FakeInvocation;
import dev.ringback.telemetry.JsonTelemetry;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** The function as it runs, between an AppSync and an EventBridge of this machine. */
final class FunctionUnderTest implements AutoCloseable {
    private static final int REMAINING_MILLIS = 30_000;
    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret"));

    final FakeService appSync = FakeService.appSync();
    final FakeService eventBridge = FakeService.eventBridge();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final EventBridgeClient client = EventBridgeClient.builder()
            .endpointOverride(eventBridge.url("/"))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(CREDENTIALS)
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    private final CallEventsHandler handler;

    FunctionUnderTest() {
        Clock clock = Clock.systemUTC();
        var endpoint = new GraphQlEndpoint(
                new Connections(clock),
                new GraphQlEndpoint.Address(appSync.url("/graphql"), "eu-central-1"),
                CREDENTIALS,
                Duration.ofSeconds(5));
        var rehearsal = NoNetwork.client(EventBridgeClient.builder(), """
                {"FailedEntryCount":0,"Entries":[{"EventId":"none"}]}""");
        var parts = new Wiring.Parts(
                new AppSyncPhones(endpoint, _ -> {}),
                new EventBridgeBus(client, "ringback-test", "test"),
                new EventBridgeBus(rehearsal, "ringback-test", "test"));
        var telemetry = new JsonTelemetry("test", new PrintStream(log, true, StandardCharsets.UTF_8), clock);
        handler = new CallEventsHandler(Wiring.of(parts, telemetry, clock));
    }

    /** Where the stream is to be repeated from after an event from {@code events/}. */
    JsonNode send(String event) throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (InputStream input = getClass().getResourceAsStream("/events/" + event)) {
            handler.handleRequest(input, output, new FakeInvocation(REMAINING_MILLIS));
        }
        return new ObjectMapper().readTree(output.toByteArray());
    }

    void prime() {
        handler.prime();
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
        appSync.close();
        eventBridge.close();
    }
}
