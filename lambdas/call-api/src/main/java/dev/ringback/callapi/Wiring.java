package dev.ringback.callapi;

import dev.ringback.actionkit.Ports;
import dev.ringback.calling.Pause;
import dev.ringback.calling.aws.AwsClients;
import dev.ringback.calling.call.CallAnswering;
import dev.ringback.calling.call.CallDeclining;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallHistory;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.DynamoDbCallHistory;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.call.LambdaRinger;
import dev.ringback.calling.call.LoggedCalls;
import dev.ringback.calling.call.RingTimer;
import dev.ringback.calling.call.Ringer;
import dev.ringback.calling.call.SqsRingTimer;
import dev.ringback.calling.device.DeviceRetention;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.calling.media.bandwidth.BandwidthSessions;
import dev.ringback.calling.media.bandwidth.Limits;
import dev.ringback.calling.person.DynamoDbPeople;
import dev.ringback.calling.person.People;
import dev.ringback.calling.secret.SecretsManagerBandwidthSecret;
import dev.ringback.functionkit.Environment;
import dev.ringback.telemetry.JsonTelemetry;
import dev.ringback.telemetry.Telemetry;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The function's parts put together.
 *
 * @param adapters the steps that prime what no harmless request reaches
 */
record Wiring(Ports ports, JsonTelemetry telemetry, Map<String, Runnable> adapters) {
    /** Longer than the function may run, so that it ends only when the function died half-way. */
    private static final Duration SET_UP_LEASE = Duration.ofSeconds(30);

    static Wiring of(Environment environment) {
        Clock clock = Clock.systemUTC();
        JsonTelemetry telemetry = new JsonTelemetry(environment.text("ENVIRONMENT_NAME"), System.out, clock);
        AwsClients aws = new AwsClients(Region.of(environment.text("AWS_REGION")));
        DynamoDbClient dynamoDb = aws.build(DynamoDbClient.builder());
        String devices = environment.text("DEVICE_INFO_TABLE");
        CallStore calls =
                new LoggedCalls(new DynamoDbCallStore(dynamoDb, environment.text("CALLS_TABLE"), devices), telemetry);
        var secret = new SecretsManagerBandwidthSecret(
                aws.build(SecretsManagerClient.builder()), environment.text("BANDWIDTH_SECRET_ARN"), clock);
        var parts = new Parts(
                new DynamoDbDeviceStore(dynamoDb, devices, clock),
                calls,
                new BandwidthSessions(secret, clock, Limits.standard(), telemetry),
                new LambdaRinger(aws.build(LambdaClient.builder()), environment.text("PUSH_FUNCTION_ARN")),
                new SqsRingTimer(aws.build(SqsClient.builder()), environment.text("RING_TIMEOUT_QUEUE_URL"), clock),
                new DynamoDbCallHistory(dynamoDb, environment.text("CALLS_TABLE")),
                new DynamoDbPeople(dynamoDb, environment.text("PEOPLE_TABLE")));
        CallTimes times = new CallTimes(
                environment.duration("RING_SECONDS", ChronoUnit.SECONDS),
                SET_UP_LEASE,
                environment.duration("CALL_LEASE_MINUTES", ChronoUnit.MINUTES),
                environment.duration("CALL_RETENTION_DAYS", ChronoUnit.DAYS),
                !environment.flag("JOIN_WITHOUT_ANSWER"));
        Rules rules = new Rules(
                times,
                environment.flag("DECLINE_ENDS_ALL"),
                new DeviceRetention(environment.duration("DEVICE_RETENTION_DAYS", ChronoUnit.DAYS)));
        return of(parts, rules, telemetry, clock);
    }

    static Wiring of(Parts parts, Rules rules, JsonTelemetry telemetry, Clock clock) {
        CallEnding ending = new CallEnding(parts.calls(), clock, telemetry);
        Map<Class<?>, Object> ports = new HashMap<>();
        ports.put(DeviceStore.class, parts.devices());
        ports.put(DeviceRetention.class, rules.retention());
        ports.put(CallStore.class, parts.calls());
        ports.put(CallHistory.class, parts.history());
        ports.put(MediaProvider.class, parts.media());
        ports.put(Ringer.class, parts.ringer());
        ports.put(RingTimer.class, parts.ringTimer());
        ports.put(CallEnding.class, ending);
        ports.put(CallAnswering.class, new CallAnswering(parts.calls(), ending, rules.times(), clock, telemetry));
        ports.put(
                CallDeclining.class, new CallDeclining(parts.calls(), parts.devices(), ending, rules.declineEndsAll()));
        ports.put(People.class, parts.people());
        ports.put(CallTimes.class, rules.times());
        ports.put(Clock.class, clock);
        ports.put(Pause.class, (Pause) Thread::sleep);
        ports.put(Telemetry.class, telemetry);
        Map<String, Runnable> adapters = new LinkedHashMap<>();
        adapters.put("push function", parts.ringer()::prime);
        adapters.put("Bandwidth", parts.media()::prime);
        return new Wiring(new PortMap(ports), telemetry, adapters);
    }

    /** @param answer the handler's own way from event to answer */
    Map<String, Runnable> priming(Function<HttpEvent, HttpAnswer> answer) {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        HarmlessRequest.all().forEach(request -> steps.put(request.action(), () -> request.sendTo(answer)));
        steps.putAll(adapters);
        return steps;
    }

    /** What the environment lays down. */
    record Rules(CallTimes times, boolean declineEndsAll, DeviceRetention retention) {}

    record Parts(
            DeviceStore devices,
            CallStore calls,
            BandwidthSessions media,
            LambdaRinger ringer,
            RingTimer ringTimer,
            CallHistory history,
            People people) {}
}
