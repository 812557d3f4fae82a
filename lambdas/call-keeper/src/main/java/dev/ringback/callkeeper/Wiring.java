package dev.ringback.callkeeper;

import dev.ringback.calling.aws.AwsClients;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.call.LoggedCalls;
import dev.ringback.calling.call.Overdue;
import dev.ringback.calling.call.Parties;
import dev.ringback.calling.media.bandwidth.BandwidthSessions;
import dev.ringback.calling.media.bandwidth.Limits;
import dev.ringback.calling.secret.SecretsManagerBandwidthSecret;
import dev.ringback.functionkit.Environment;
import dev.ringback.telemetry.JsonTelemetry;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The function's parts put together.
 *
 * @param priming the real ways to go before a snapshot, none of which changes anything
 */
record Wiring(
        EndedCalls endedCalls,
        RingTimeouts ringTimeouts,
        Sweeper sweeper,
        Clock clock,
        JsonTelemetry telemetry,
        Map<String, Runnable> priming) {
    static Wiring of(Environment environment) {
        Clock clock = Clock.systemUTC();
        JsonTelemetry telemetry = new JsonTelemetry(environment.text("ENVIRONMENT_NAME"), System.out, clock);
        AwsClients aws = new AwsClients(Region.of(environment.text("AWS_REGION")));
        var secret = new SecretsManagerBandwidthSecret(
                aws.build(SecretsManagerClient.builder()), environment.text("BANDWIDTH_SECRET_ARN"), clock);
        return of(
                new LoggedCalls(
                        new DynamoDbCallStore(
                                aws.build(DynamoDbClient.builder()),
                                environment.text("CALLS_TABLE"),
                                environment.text("DEVICE_INFO_TABLE")),
                        telemetry),
                new BandwidthSessions(secret, clock, Limits.standard(), telemetry),
                telemetry,
                clock);
    }

    static Wiring of(CallStore calls, BandwidthSessions media, JsonTelemetry telemetry, Clock clock) {
        CallEnding ending = new CallEnding(calls, clock, telemetry);
        MediaRelease release = new MediaRelease(calls, media, clock, telemetry);
        EachCall each = new EachCall(telemetry);
        Map<String, Runnable> priming = new LinkedHashMap<>();
        priming.put("calls", () -> calls.find(UUID.randomUUID().toString()));
        priming.put("leases", () -> calls.overdue(Instant.EPOCH, 1));
        priming.put("end", () -> endNothing(ending));
        priming.put("Bandwidth", media::prime);
        return new Wiring(
                new EndedCalls(calls, release, each, telemetry),
                new RingTimeouts(calls, ending, each, clock, telemetry),
                new Sweeper(calls, ending, release, each, clock, telemetry),
                clock,
                telemetry,
                priming);
    }

    /** Loads the transaction that ends a call, and is refused, because the call and its devices do not exist. */
    private static void endNothing(CallEnding ending) {
        Instant never = Instant.EPOCH;
        Parties nobody = new Parties(id(), id(), id());
        Overdue overdue = Overdue.unanswered(never);
        ending.end(Call.begin(id(), nobody, never, never, never), overdue.transition(), overdue.change());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
