package dev.ringback.callapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.device.DeviceRetention;
import dev.ringback.functionkit.Environment;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallApiHandlerTest {
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("AWS_REGION", "eu-central-1"),
            Map.entry("ENVIRONMENT_NAME", "test"),
            Map.entry("DEVICE_INFO_TABLE", "devices"),
            Map.entry("CALLS_TABLE", "calls"),
            Map.entry("PEOPLE_TABLE", "people"),
            Map.entry("BANDWIDTH_SECRET_ARN", "arn:aws:secretsmanager:eu-central-1:123456789012:secret:bandwidth"),
            Map.entry("PUSH_FUNCTION_ARN", "arn:aws:lambda:eu-central-1:123456789012:function:push:live"),
            Map.entry("RING_TIMEOUT_QUEUE_URL", "https://sqs.eu-central-1.amazonaws.com/123456789012/ring-timeouts"),
            Map.entry("RING_SECONDS", "45"),
            Map.entry("CALL_LEASE_MINUTES", "60"),
            Map.entry("CALL_RETENTION_DAYS", "90"),
            Map.entry("CALLS_PER_USER_PER_MINUTE", "10"),
            Map.entry("DECLINE_ENDS_ALL", "true"),
            Map.entry("DEVICE_RETENTION_DAYS", "30"),
            Map.entry("JOIN_WITHOUT_ANSWER", "false"));

    private final FunctionUnderTest function = new FunctionUnderTest();

    @AfterEach
    void stop() {
        function.close();
    }

    @Test
    void answersWithTheActionsAnswer() throws Exception {
        JsonNode answer = function.send("valid.json");
        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(function.bodyOf(answer).path("said").asText()).isEqualTo("héllo");
    }

    @Test
    void takesTheActionFromAPathOfItsOwn() throws Exception {
        assertThat(function.bodyOf(function.send("own-route.json")).path("said").asText())
                .isEqualTo("hello");
    }

    @Test
    void takesTheCallerFromTheToken() throws Exception {
        assertThat(function.bodyOf(function.send("valid.json")).path("by").asText())
                .isEqualTo("0d6c4f0a-1c7e-4b36-9a55-2f1f4f0f7a11");
    }

    @Test
    void readsABodyInBase64() throws Exception {
        assertThat(function.bodyOf(function.send("base64.json")).path("said").asText())
                .isEqualTo("héllo");
    }

    @Test
    void forbidsCachesToKeepAnswers() throws Exception {
        JsonNode headers = function.send("valid.json").path("headers");
        assertThat(headers.path("cache-control").asText()).isEqualTo("no-store");
        assertThat(headers.path("content-type").asText()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "no-claims.json,401,UNAUTHORIZED",
        "not-json.json,400,BAD_REQUEST",
        "no-body.json,400,BAD_REQUEST",
        "broken-base64.json,400,BAD_REQUEST",
        "eleven-kilobytes.json,400,BAD_REQUEST",
        "refused.json,409,BUSY",
        "refused-by-state.json,409,CALL_DECLINED",
        "undeclared.json,404,CALL_NOT_FOUND",
        "own-route-of-another.json,400,BAD_REQUEST",
        "contended.json,503,TRY_AGAIN",
        "throwing.json,500,INTERNAL"
    })
    void refuses(String event, int status, String code) throws Exception {
        JsonNode answer = function.send(event);
        assertThat(answer.path("statusCode").asInt()).isEqualTo(status);
        assertThat(function.bodyOf(answer).path("error").asText()).isEqualTo(code);
        assertThat(function.bodyOf(answer).path("message").asText()).isNotBlank();
    }

    @Test
    void tellsTheStateOfACallThatForbidsWhatWasAsked() throws Exception {
        assertThat(function.bodyOf(function.send("refused-by-state.json")).toString())
                .isEqualTo("{\"error\":\"CALL_DECLINED\",\"message\":\"The call is over.\","
                        + "\"state\":\"DECLINED\",\"requestId\":\"JKJaXmPLvHcESHA=\"}");
    }

    @Test
    void tellsNoStateWhereThereIsNone() throws Exception {
        assertThat(function.bodyOf(function.send("refused.json")).has("state")).isFalse();
    }

    @Test
    void namesTheRequestInARefusal() throws Exception {
        assertThat(function.bodyOf(function.send("refused.json"))
                        .path("requestId")
                        .asText())
                .isEqualTo("JKJaXmPLvHcESHA=");
    }

    @Test
    void tellsNobodyWhatBroke() throws Exception {
        assertThat(function.send("throwing.json").toString())
                .doesNotContain("secret of the database", "IllegalState", "dev.ringback");
    }

    @Test
    void tellsTheOperatorWhereItBroke() throws Exception {
        function.send("throwing.json");
        assertThat(function.log())
                .contains("\"level\":\"ERROR\"", "java.lang.IllegalStateException", "ProbeFactory$Probe.handle");
    }

    @Test
    void logsOneLineARequest() throws Exception {
        function.send("refused.json");
        assertThat(function.log())
                .containsOnlyOnce("\"event\":\"request\"")
                .contains("\"action\":\"probe\"", "\"outcome\":\"BUSY\"", "\"status\":409", "\"millis\":");
    }

    @Test
    void logsARefusalThatTheManifestDoesNotDeclare() throws Exception {
        function.send("undeclared.json");
        assertThat(function.log())
                .contains("\"level\":\"WARN\",\"event\":\"undeclaredError\"")
                .contains("\"action\":\"probe\",\"code\":\"CALL_NOT_FOUND\"");
    }

    @Test
    void logsNothingMoreOfARefusalThatItDeclares() throws Exception {
        function.send("refused.json");
        assertThat(function.log()).doesNotContain("undeclaredError");
    }

    @Test
    void everyLineNamesTheRequest() throws Exception {
        function.send("throwing.json");
        assertThat(function.log().lines()).allMatch(line -> line.contains("\"requestId\":\"JKJaXmPLvHcESHA=\""));
    }

    @Test
    void countsARefusalByItsCode() throws Exception {
        function.send("refused.json");
        assertThat(function.log()).contains("\"code\":\"BUSY\",\"RequestsRefused\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"valid.json", "throwing.json", "not-json.json"})
    void logsNothingOfABody(String event) throws Exception {
        function.send(event);
        assertThat(function.log()).doesNotContain("héllo", "\"say\"", "action=probe", "secret of the database");
    }

    @Test
    void startsWithTheVariablesItIsGiven() {
        assertThat(new CallApiHandler(Wiring.of(new Environment(VARIABLES)))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "RING_SECONDS,soon",
        "CALL_LEASE_MINUTES,0",
        "CALL_RETENTION_DAYS,-1",
        "DEVICE_RETENTION_DAYS,0",
        "DECLINE_ENDS_ALL,no",
        "JOIN_WITHOUT_ANSWER,yes"
    })
    void doesNotStartWithAVariableThatIsWrong(String name, String value) {
        Map<String, String> variables = new HashMap<>(VARIABLES);
        variables.put(name, value);
        assertThatThrownBy(() -> new CallApiHandler(Wiring.of(new Environment(variables))))
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @CsvSource({"false,true", "true,false"})
    void takesPhonesThatJoinWithoutAnswerForSilent(String joins, boolean answersAreTold) {
        Map<String, String> variables = new HashMap<>(VARIABLES);
        variables.put("JOIN_WITHOUT_ANSWER", joins);
        CallTimes times = Wiring.of(new Environment(variables)).ports().get(CallTimes.class);
        assertThat(times.answersAreTold()).isEqualTo(answersAreTold);
    }

    @Test
    void takesItsTimesFromItsVariables() {
        CallTimes times = Wiring.of(new Environment(VARIABLES)).ports().get(CallTimes.class);
        assertThat(times)
                .isEqualTo(new CallTimes(
                        Duration.ofSeconds(45),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(60),
                        Duration.ofDays(90),
                        true));
    }

    @Test
    void keepsDevicesAsLongAsItsVariableSays() {
        DeviceRetention retention =
                Wiring.of(new Environment(VARIABLES)).ports().get(DeviceRetention.class);
        assertThat(retention).isEqualTo(new DeviceRetention(Duration.ofDays(30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_REGION",
                "ENVIRONMENT_NAME",
                "DEVICE_INFO_TABLE",
                "CALLS_TABLE",
                "PEOPLE_TABLE",
                "BANDWIDTH_SECRET_ARN",
                "PUSH_FUNCTION_ARN",
                "RING_SECONDS",
                "CALL_LEASE_MINUTES",
                "RING_TIMEOUT_QUEUE_URL",
                "CALL_RETENTION_DAYS",
                "CALLS_PER_USER_PER_MINUTE",
                "DECLINE_ENDS_ALL",
                "DEVICE_RETENTION_DAYS",
                "JOIN_WITHOUT_ANSWER"
            })
    void doesNotStartWithoutAVariable(String name) {
        Map<String, String> variables = new HashMap<>(VARIABLES);
        variables.remove(name);
        assertThatThrownBy(() -> new CallApiHandler(Wiring.of(new Environment(variables))))
                .hasMessage("The environment variable " + name + " is missing.");
    }
}
