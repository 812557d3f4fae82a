package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of a backend and its calls. */
@ExtendWith(BackendExtension.class)
class OperationsTest {
    private Backend backend;
    private Operator operator;

    @BeforeEach
    void operator(Backend backend) throws Exception {
        this.backend = backend;
        operator = Operator.of(backend, Backend.ROOT);
    }

    @AfterEach
    void heal() throws Exception {
        backend.bandwidth().heal();
        backend.inbox().heal();
    }

    @Test
    void tellsWhatHappenedToACall() throws Exception {
        Phone ada = backend.phone("ada").registered("GCM");
        Phone ben = backend.phone("ben").registered("APNS_VOIP");
        String callId = ada.calls(ben);
        ben.getCall(callId);
        ben.getCall(callId);
        ben.answerCall(callId);
        ada.endCall(callId);

        Operator.Result timeline = operator.run("timeline", "local", callId);

        assertThat(timeline.exitCode()).isZero();
        assertThat(timeline.lines().getFirst()).isEqualTo("call     " + callId + ", ENDED");
        assertThat(timeline.output())
                .containsSubsequence("0.000 s  reserved", "media ready", "answered", "ended")
                .containsOnlyOnce("woken        " + ben.clientId())
                .doesNotContain(ben.deviceToken(), "eyJ");
    }

    @Test
    void knowsNoOtherCall() throws Exception {
        assertThat(operator.run("timeline", "local", "nobodys").exitCode()).isEqualTo(1);
    }

    @Test
    void takesTheTemplatesOfABackendThatRuns() throws Exception {
        Path assembly = Backend.synthesize();
        Path deployed = Backend.folder("deployed").toAbsolutePath();

        Operator.Result templates =
                operator.run("templates", "local", assembly.toAbsolutePath().toString(), deployed.toString());

        assertThat(templates.exitCode()).as(templates.output()).isZero();
        String data = "ringback-local-Data.template.json";
        assertThat(json(deployed.resolve(data))).isEqualTo(json(assembly.resolve(data)));
    }

    @Test
    void findsNothingWrongWithABackendThatRuns() throws Exception {
        Phone ada = backend.phone("ada").registered("GCM");

        Operator.Result doctor = operator.run("doctor", "local", "--token", ada.accessToken());

        assertThat(doctor.lines()).isNotEmpty().allMatch(line -> line.startsWith("ok "));
        assertThat(doctor.output())
                .contains("credentials taken", "push channel APNS_VOIP_SANDBOX", "function CallApi")
                .contains("the user hears of his calls");
        assertThat(doctor.exitCode()).isZero();
    }

    @Test
    void isContentWithoutAToken() throws Exception {
        assertThat(operator.run("doctor", "local").exitCode()).isZero();
    }

    @Test
    void ringsATestPhone() throws Exception {
        Operator.Result doctor = operator.run("doctor", "local", "--push", "GCM", "test-phone");

        assertThat(doctor.output()).contains("test push GCM", "accepted");
        assertThat(backend.inbox().pushesTo("test-phone")).hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithATestPhone() throws Exception {
        backend.inbox()
                .fail("{\"path\":\"push/GCM/gone-phone\",\"deliveryStatus\":\"PERMANENT_FAILURE\","
                        + "\"statusCode\":410,\"statusMessage\":\"Unregistered or expired token\"}");

        Operator.Result doctor = operator.run("doctor", "local", "--push", "GCM", "gone-phone");

        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(wrong(doctor))
                .singleElement()
                .asString()
                .contains("the token is dead")
                .doesNotContain("gone-phone");
    }

    @Test
    void saysThatBandwidthRefusesTheCredentials() throws Exception {
        backend.bandwidth().fail("{\"path\":\"/oauth2/token\",\"status\":401}");

        Operator.Result doctor = operator.run("doctor", "local");

        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(wrong(doctor)).singleElement().asString().contains("Bandwidth access", "getToken: 401");
    }

    @Test
    void saysThatATokenIsRefused() throws Exception {
        Operator.Result doctor = operator.run("doctor", "local", "--token", "no.such.token");

        assertThat(doctor.exitCode()).isEqualTo(1);
        assertThat(wrong(doctor)).hasSize(2).allMatch(line -> line.contains("take a fresh access token"));
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    private static List<String> wrong(Operator.Result doctor) {
        return doctor.lines().stream().filter(line -> !line.startsWith("ok ")).toList();
    }
}
