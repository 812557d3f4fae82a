package dev.ringback.pushnotifier;

import dev.ringback.calling.Pause;
import dev.ringback.calling.aws.AwsClients;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.DynamoDbCallStore;
import dev.ringback.calling.call.LoggedCalls;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.DynamoDbDeviceStore;
import dev.ringback.calling.device.NotifyType;
import dev.ringback.functionkit.Environment;
import dev.ringback.pushnotifier.pinpoint.PinpointPushSender;
import dev.ringback.pushnotifier.pinpoint.Rehearsal;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.Notice;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.PushSender;
import dev.ringback.pushnotifier.push.StopReason;
import dev.ringback.telemetry.JsonTelemetry;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
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
record Wiring(PushJobs jobs, JsonTelemetry telemetry, Map<String, Runnable> priming) {
    static Wiring of(Environment environment) {
        Clock clock = Clock.systemUTC();
        JsonTelemetry telemetry = new JsonTelemetry(environment.text("ENVIRONMENT_NAME"), System.out, clock);
        AwsClients aws = new AwsClients(Region.of(environment.text("AWS_REGION")));
        DynamoDbClient dynamoDb = aws.build(DynamoDbClient.builder());
        String devices = environment.text("DEVICE_INFO_TABLE");
        String application = environment.text("PINPOINT_APPLICATION_ID");
        String deepLink = environment.text("DEEP_LINK");
        var parts = new Parts(
                new LoggedCalls(new DynamoDbCallStore(dynamoDb, environment.text("CALLS_TABLE"), devices), telemetry),
                new DynamoDbDeviceStore(dynamoDb, devices, clock),
                new DynamoDbTokenMarks(dynamoDb, devices),
                new PeopleCallerNames(
                        dynamoDb, environment.text("PEOPLE_TABLE"), environment.text("PEOPLE_BY_CLIENT_ID_INDEX")),
                new PinpointPushSender(aws.build(PinpointClient.builder()), application, deepLink),
                new PinpointPushSender(Rehearsal.client(), application, deepLink));
        return of(parts, environment.flag("INCLUDE_PARTICIPANT_TOKEN"), telemetry, clock, Thread::sleep);
    }

    static Wiring of(Parts parts, boolean withToken, JsonTelemetry telemetry, Clock clock, Pause pause) {
        PushToDevices pushes = new PushToDevices(
                new CalleesDevices(parts.devices(), clock),
                new NamesIfKnown(parts.names(), telemetry),
                new Delivery(parts.sender(), clock, pause));
        PushJobs jobs = new PushJobs(
                new RingDevices(parts.calls(), pushes, withToken, clock),
                new StopRinging(pushes, clock),
                new Unreachable(new CallEnding(parts.calls(), clock, telemetry), clock),
                new TokenUpkeep(parts.devices(), parts.marks(), clock, telemetry),
                new PushNotes(parts.calls(), clock, telemetry),
                new PushReport(telemetry, clock));
        return new Wiring(jobs, telemetry, parts.priming());
    }

    /** @param rehearsal composes pushes and sends none */
    record Parts(
            CallStore calls,
            DeviceStore devices,
            TokenMarks marks,
            CallerNames names,
            PushSender sender,
            PushSender rehearsal) {
        private Map<String, Runnable> priming() {
            String nobody = UUID.randomUUID().toString();
            Notice notice = new Notice(nobody, nobody, Optional.of("Nobody"), Instant.EPOCH, Instant.EPOCH);
            Map<String, Runnable> steps = new LinkedHashMap<>();
            steps.put("calls", () -> calls.find(nobody));
            steps.put("devices", () -> devices.find(nobody));
            steps.put("devicesOfOwner", () -> devices.ofOwner(nobody));
            steps.put("people", () -> names.nameOf(nobody, nobody));
            steps.put("ring", () -> rehearse(new Push.IncomingCall(notice, Optional.empty())));
            steps.put("stop", () -> rehearse(new Push.CallCancelled(notice, StopReason.ANSWERED_ELSEWHERE)));
            steps.put("missed", () -> rehearse(new Push.MissedCall(notice)));
            return steps;
        }

        private void rehearse(Push push) {
            rehearsal.send(
                    Arrays.stream(NotifyType.values())
                            .map(channel -> new Address(channel.name(), channel, channel.name()))
                            .toList(),
                    push);
        }
    }
}
