package dev.ringback.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class JsonTelemetryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.123456Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonTelemetry telemetry =
            new JsonTelemetry("staging", new PrintStream(out, false, StandardCharsets.UTF_8), InstantSource.fixed(NOW));

    @Test
    void writesAnEventAsOneLine() {
        telemetry.event(Telemetry.Level.INFO, "call_started", Map.of("callId", "c-1\n2"));
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("}\n").containsOnlyOnce("\n");
    }

    @Test
    void saysWhenHowLoudAndWhat() throws Exception {
        telemetry.event(Telemetry.Level.WARN, "call_refused", Map.of("code", "BUSY", "millis", 12L));
        assertThat(line()).isEqualTo(new ObjectMapper().readTree("""
                {"timestamp":"2026-11-22T10:15:30.123Z","level":"WARN","event":"call_refused","code":"BUSY","millis":12}
                """));
    }

    @Test
    void everyLineOfAnInvocationCarriesItsFields() throws Exception {
        telemetry.beginInvocation(Map.of("requestId", "r-1"), Optional.of("1-a"));
        telemetry.event(Telemetry.Level.INFO, "call_started", Map.of());
        assertThat(line().path("requestId").asText()).isEqualTo("r-1");
        assertThat(line().path("traceId").asText()).isEqualTo("1-a");
    }

    @Test
    void aLineCarriesWhatItsThreadIsAboutRatherThanTheInvocation() throws Exception {
        telemetry.beginInvocation(Map.of("requestId", "r-1"), Optional.of("1-a"));
        telemetry.about(Map.of("callId", "c-1", "traceId", "1-b"));
        telemetry.count(Metric.CALLS_ANSWERED, Map.of());
        assertThat(line().path("requestId").asText()).isEqualTo("r-1");
        assertThat(line().path("callId").asText()).isEqualTo("c-1");
        assertThat(line().path("traceId").asText()).isEqualTo("1-b");
    }

    @Test
    void threadsThatAreStartedForItAreAboutTheSame() throws Exception {
        telemetry.about(Map.of("callId", "c-1"));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.submit(() -> telemetry.event(Telemetry.Level.INFO, "x", Map.of()));
        }
        assertThat(line().path("callId").asText()).isEqualTo("c-1");
    }

    @Test
    void threadsForOthersAreNot() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            executor.submit(() -> telemetry.about(Map.of("callId", "c-1"))).get();
        }
        telemetry.event(Telemetry.Level.INFO, "x", Map.of());
        assertThat(line().has("callId")).isFalse();
    }

    @Test
    void theNextInvocationIsAboutNothingYet() throws Exception {
        telemetry.about(Map.of("callId", "c-1"));
        telemetry.beginInvocation(Map.of(), Optional.empty());
        telemetry.event(Telemetry.Level.INFO, "x", Map.of());
        assertThat(line().has("callId")).isFalse();
        assertThat(line().has("traceId")).isFalse();
    }

    @Test
    void whatALineSaysItselfIsSaidOnce() {
        telemetry.about(Map.of("callId", "c-1"));
        telemetry.event(Telemetry.Level.INFO, "x", Map.of("callId", "c-2"));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("callId")
                .contains("\"callId\":\"c-2\"");
    }

    @Test
    void countsInTheEmbeddedMetricFormat() throws Exception {
        telemetry.count(Metric.CALLS_REFUSED, Map.of("reason", "BUSY"));
        assertThat(line()).isEqualTo(new ObjectMapper().readTree("""
                {"_aws":{"Timestamp":1795342530123,
                         "CloudWatchMetrics":[{"Namespace":"Ringback","Dimensions":[["Environment","reason"]],
                                               "Metrics":[{"Name":"CallsRefused","Unit":"Count"}]}]},
                 "Environment":"staging","reason":"BUSY","CallsRefused":1}
                """));
    }

    @Test
    void recordsDurationsInMilliseconds() throws Exception {
        telemetry.millis(Metric.TIME_TO_RING, 250, Map.of());
        JsonNode metric = line().at("/_aws/CloudWatchMetrics/0/Metrics/0");
        assertThat(metric.path("Unit").asText()).isEqualTo("Milliseconds");
        assertThat(line().path("TimeToRing").asLong()).isEqualTo(250);
    }

    @Test
    void refusesDimensionsThatNoAlarmWouldLookFor() {
        assertThatThrownBy(() -> telemetry.count(Metric.CALLS_REFUSED, Map.of("code", "BUSY")))
                .hasMessage("CallsRefused has the dimensions [reason], not [code]");
    }

    @Test
    void refusesToLeaveOutADimension() {
        assertThatThrownBy(() -> telemetry.millis(Metric.BANDWIDTH_LATENCY, 250, Map.of()))
                .hasMessage("BandwidthLatency has the dimensions [operation], not []");
    }

    @Test
    void withholdsFieldsThatAreNamedForACredential() throws Exception {
        telemetry.event(Telemetry.Level.INFO, "registered", Map.of("deviceToken", "short"));
        assertThat(line().path("deviceToken").asText()).isEqualTo("[withheld]");
    }

    @Test
    void withholdsFieldsThatAreNamedForAPerson() throws Exception {
        telemetry.event(Telemetry.Level.INFO, "pushed", Map.of("callerName", "Ada"));
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("Ada");
    }

    @Test
    void withholdsAJwtWhateverItsFieldIsCalled() throws Exception {
        String payload = "eyJzdWIiOiI".repeat(8);
        telemetry.event(Telemetry.Level.INFO, "x", Map.of("detail", "got eyJhbGciOiJIUzI1NiJ9." + payload + ".abc"));
        assertThat(line().path("detail").asText()).doesNotContain(payload).startsWith("got ");
    }

    @Test
    void leavesIdsAndClassNamesReadable() throws Exception {
        String exception = "software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException";
        telemetry.event(Telemetry.Level.ERROR, "x", Map.of("exception", exception));
        assertThat(line().path("exception").asText()).isEqualTo(exception);
    }

    @Test
    void writesNothingWhileMuted() {
        telemetry.muted(() -> telemetry.count(Metric.CALLS_ANSWERED, Map.of()));
        assertThat(out.size()).isZero();
    }

    @Test
    void writesAgainAfterBeingMuted() {
        telemetry.muted(() -> {});
        telemetry.count(Metric.CALLS_ANSWERED, Map.of());
        assertThat(out.size()).isPositive();
    }

    private JsonNode line() throws Exception {
        return new ObjectMapper().readTree(out.toByteArray());
    }
}
