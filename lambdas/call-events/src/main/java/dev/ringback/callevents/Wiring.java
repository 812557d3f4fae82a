package dev.ringback.callevents;

import dev.ringback.callevents.bus.Bus;
import dev.ringback.callevents.bus.EventBridgeBus;
import dev.ringback.callevents.phones.AppSyncPhones;
import dev.ringback.callevents.phones.Connections;
import dev.ringback.callevents.phones.GraphQlEndpoint;
import dev.ringback.calling.aws.AwsClients;
import dev.ringback.calling.aws.NoNetwork;
import dev.ringback.functionkit.Environment;
import dev.ringback.telemetry.JsonTelemetry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/**
 * The function's parts put together.
 *
 * @param priming composes and signs an event for each receiver, and sends none
 */
record Wiring(Publication publication, Clock clock, JsonTelemetry telemetry, Map<String, Runnable> priming) {
    private static final String TAKEN = """
            {"FailedEntryCount":0,"Entries":[{"EventId":"none"}]}""";

    private static final Duration REQUEST = Duration.ofSeconds(3);

    static Wiring of(Environment environment) {
        Clock clock = Clock.systemUTC();
        String region = environment.text("AWS_REGION");
        AwsClients aws = new AwsClients(Region.of(region));
        String name = environment.text("ENVIRONMENT_NAME");
        String busName = environment.text("EVENT_BUS_NAME");
        var api = new GraphQlEndpoint(
                new Connections(clock),
                new GraphQlEndpoint.Address(URI.create(environment.text("GRAPHQL_URL")), region),
                aws.credentials(),
                REQUEST);
        var parts = new Parts(
                new AppSyncPhones(api, Thread::sleep),
                new EventBridgeBus(aws.build(EventBridgeClient.builder()), busName, name),
                new EventBridgeBus(NoNetwork.client(EventBridgeClient.builder(), TAKEN), busName, name));
        return of(parts, new JsonTelemetry(name, System.out, clock), clock);
    }

    static Wiring of(Parts parts, JsonTelemetry telemetry, Clock clock) {
        PublicationReport report = new PublicationReport(telemetry);
        Publication publication =
                new Publication(new PhoneEvents(parts.phones(), report), new BusEvents(parts.bus(), report), report);
        return new Wiring(publication, clock, telemetry, parts.priming());
    }

    /** @param rehearsal composes events for the bus and sends none */
    record Parts(AppSyncPhones phones, Bus bus, Bus rehearsal) {
        private Map<String, Runnable> priming() {
            Map<String, Runnable> steps = new LinkedHashMap<>();
            steps.put("phones", () -> phones.rehearse(Rehearsal.change()));
            steps.put("bus", () -> rehearsal.tell(List.of(Rehearsal.change())));
            return steps;
        }
    }
}
