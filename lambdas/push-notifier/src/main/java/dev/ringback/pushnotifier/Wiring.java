package dev.ringback.pushnotifier;

import dev.ringback.calling.Pause;
import dev.ringback.calling.aws.AwsClients;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.functionkit.Environment;
import dev.ringback.pushnotifier.pinpoint.PinpointPushSender;
import dev.ringback.pushnotifier.pinpoint.Rehearsal;
import dev.ringback.pushnotifier.push.CallPush;
import dev.ringback.pushnotifier.push.PushSender;
import dev.ringback.telemetry.JsonTelemetry;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.pinpoint.PinpointClient;

/**
 * The function's parts put together.
 *
 * @param priming the real ways to go before a snapshot, none of which sends a push
 */
record Wiring(RingCallee ringCallee, Unreachable unreachable, JsonTelemetry telemetry, Map<String, Runnable> priming) {
    static Wiring of(Environment environment) {
        Clock clock = Clock.systemUTC();
        AwsClients aws = new AwsClients(Region.of(environment.text("AWS_REGION")));
        DynamoDbClient dynamoDb = aws.build(DynamoDbClient.builder());
        String devices = environment.text("DEVICE_INFO_TABLE");
        String application = environment.text("PINPOINT_APPLICATION_ID");
        String deepLink = environment.text("DEEP_LINK");
        var parts = new Parts(
                new DynamoDbCallStore(dynamoDb, environment.text("CALLS_TABLE"), devices),
                new DynamoDbDeviceStore(dynamoDb, devices, clock),
                new PeopleCallerNames(
                        dynamoDb, environment.text("PEOPLE_TABLE"), environment.text("PEOPLE_BY_CLIENT_ID_INDEX")),
                new PinpointPushSender(aws.build(PinpointClient.builder()), application, deepLink),
                new PinpointPushSender(Rehearsal.client(), application, deepLink));
        return of(
                parts,
                environment.flag("INCLUDE_PARTICIPANT_TOKEN"),
                new JsonTelemetry(environment.text("ENVIRONMENT_NAME"), System.out, clock),
                clock,
                Thread::sleep);
    }

    static Wiring of(Parts parts, boolean withToken, JsonTelemetry telemetry, Clock clock, Pause pause) {
        Delivery delivery = new Delivery(parts.sender(), withToken, clock, pause);
        RingCallee ringCallee =
                new RingCallee(parts.calls(), parts.devices(), parts.names(), delivery, clock, telemetry);
        Unreachable unreachable = new Unreachable(new CallEnding(parts.calls(), clock, telemetry), clock);
        return new Wiring(ringCallee, unreachable, telemetry, parts.priming());
    }

    /** @param rehearsal composes pushes and sends none */
    record Parts(CallStore calls, DeviceStore devices, CallerNames names, PushSender sender, PushSender rehearsal) {
        private Map<String, Runnable> priming() {
            String nobody = UUID.randomUUID().toString();
            Instant never = Instant.EPOCH;
            CallPush push = new CallPush(nobody, nobody, Optional.of("Nobody"), Optional.of(nobody), never, never);
            Map<String, Runnable> steps = new LinkedHashMap<>();
            steps.put("calls", () -> calls.find(nobody));
            steps.put("devices", () -> devices.find(nobody));
            steps.put("people", () -> names.nameOf(nobody, nobody));
            for (NotifyType channel : NotifyType.values()) {
                steps.put("push " + channel, () -> rehearsal.send(channel, "none", push));
            }
            return steps;
        }
    }
}
