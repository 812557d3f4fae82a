package dev.ringback.callapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.FixedClock;
import dev.ringback.calling.account.GoneAccounts;
import dev.ringback.calling.account.InMemoryDirectory;
import dev.ringback.calling.account.OwnedCalls;
import dev.ringback.calling.account.OwnedPeople;
import dev.ringback.calling.account.PeopleErasure;
import dev.ringback.calling.aws.AwsClients;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.block.InMemoryBlockStore;
import dev.ringback.calling.call.CallHistory;
import dev.ringback.calling.call.CallLimits;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.FakeLambda;
import dev.ringback.calling.call.FakeRingTimer;
import dev.ringback.calling.call.InMemoryCallHistory;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.InMemoryOwnedCalls;
import dev.ringback.calling.call.LambdaRinger;
import dev.ringback.calling.call.RingTimer;
import dev.ringback.calling.device.DeviceRetention;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.calling.media.bandwidth.BandwidthSessions;
import dev.ringback.calling.media.bandwidth.FakeBandwidth;
import dev.ringback.calling.media.bandwidth.TestLimits;
import dev.ringback.calling.person.People;
import dev.ringback.calling.secret.FakeBandwidthSecret;
import dev.ringback.functionkit.Environment;
import dev.ringback.functionkit.FakeInvocation;
import dev.ringback.telemetry.JsonTelemetry;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;

/** The function as it runs, on stores in memory, a fake Lambda and a Bandwidth of the test's own. */
final class FunctionUnderTest implements AutoCloseable {
    final FixedClock clock = new FixedClock();
    final FakeLambda lambda = new FakeLambda();
    final FakeRingTimer ringTimer = new FakeRingTimer();
    final FakeBandwidth bandwidth = new FakeBandwidth();
    final FakeBandwidthSecret secret = FakeBandwidthSecret.of(bandwidth.credentials());
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final JsonTelemetry telemetry =
            new JsonTelemetry("test", new PrintStream(log, true, StandardCharsets.UTF_8), clock);
    private final CallApiHandler handler;
    private final Wiring wiring;

    FunctionUnderTest() {
        InMemoryDeviceStore devices = new InMemoryDeviceStore();
        InMemoryCallStore calls = new InMemoryCallStore(devices);
        this(devices, calls, new InMemoryCallHistory(calls));
    }

    FunctionUnderTest(DeviceStore devices, CallStore calls, CallHistory history) {
        var times = new CallTimes(
                Duration.ofSeconds(45), Duration.ofSeconds(30), Duration.ofMinutes(60), Duration.ofDays(90), true);
        Environment environment = new Environment(Map.of("DECLINE_ENDS_ALL", "true"));
        Offers adapters = new Offers()
                .offer(DeviceStore.class, () -> devices)
                .offer(CallStore.class, () -> calls)
                .offer(
                        BandwidthSessions.class,
                        () -> new BandwidthSessions(secret, clock, TestLimits.PATIENT, telemetry))
                .offer(LambdaRinger.class, () -> new LambdaRinger(lambda, "arn:push:live"))
                .offer(RingTimer.class, () -> ringTimer)
                .offer(CallHistory.class, () -> history)
                .offer(People.class, () -> _ -> Optional.empty())
                .offer(CallTimes.class, () -> times)
                .offer(BlockStore.class, InMemoryBlockStore::new)
                .offer(GoneAccounts.class, () -> (_, now) -> now)
                .offer(OwnedCalls.class, () -> new InMemoryOwnedCalls(new InMemoryCallStore(new InMemoryDeviceStore())))
                .offer(OwnedPeople.class, InMemoryDirectory::new)
                .offer(PeopleErasure.class, InMemoryDirectory::new)
                .offer(CallLimits.class, () -> new CallLimits(1000))
                .offer(DeviceRetention.class, () -> new DeviceRetention(Duration.ofDays(90)))
                .offer(AwsClients.class, () -> new AwsClients(Region.EU_CENTRAL_1))
                .offer(Environment.class, () -> environment);
        wiring = Wiring.of(adapters, telemetry, clock, environment);
        handler = new CallApiHandler(wiring);
    }

    /** API Gateway's answer to a request from {@code events/}. */
    JsonNode send(String event) throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (InputStream input = getClass().getResourceAsStream("/events/" + event)) {
            handler.handleRequest(input, output, new FakeInvocation());
        }
        return new ObjectMapper().readTree(output.toByteArray());
    }

    JsonNode bodyOf(JsonNode answer) throws Exception {
        return new ObjectMapper().readTree(answer.path("body").asText());
    }

    Ports ports() {
        return wiring.ports();
    }

    void prime() {
        handler.prime();
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        bandwidth.close();
    }
}
