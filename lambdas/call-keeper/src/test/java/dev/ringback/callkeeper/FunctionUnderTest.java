package dev.ringback.callkeeper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.media.bandwidth.BandwidthSessions;
import dev.ringback.calling.media.bandwidth.FakeBandwidth;
import dev.ringback.calling.media.bandwidth.TestLimits;
import dev.ringback.calling.secret.FakeBandwidthSecret;
import dev.ringback.functionkit.FakeInvocation;
import dev.ringback.telemetry.JsonTelemetry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The function as it runs, on a backend of the test's own and a Bandwidth that is a local server. */
final class FunctionUnderTest implements AutoCloseable {
    private static final int REMAINING_MILLIS = 30_000;

    final InMemoryBackend backend;
    final FakeBandwidth bandwidth = new FakeBandwidth();
    final FakeBandwidthSecret secret = FakeBandwidthSecret.of(bandwidth.credentials());
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final CallKeeperHandler handler;

    FunctionUnderTest(InMemoryBackend backend) {
        this.backend = backend;
        var telemetry = new JsonTelemetry("test", new PrintStream(log, true, StandardCharsets.UTF_8), backend.clock);
        var media = new BandwidthSessions(secret, backend.clock, TestLimits.PATIENT, telemetry);
        handler = new CallKeeperHandler(Wiring.of(backend.calls, media, telemetry, backend.clock));
    }

    /** Ids of what is to be delivered again after an event from {@code events/} about this call. */
    JsonNode send(String event, String callId) throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        handler.handleRequest(event(event, callId), output, new FakeInvocation(REMAINING_MILLIS));
        return new ObjectMapper().readTree(output.toByteArray()).path("batchItemFailures");
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

    private InputStream event(String name, String callId) throws Exception {
        try (InputStream input = getClass().getResourceAsStream("/events/" + name)) {
            String event = new String(input.readAllBytes(), StandardCharsets.UTF_8).replace("CALL_ID", callId);
            return new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
        }
    }
}
