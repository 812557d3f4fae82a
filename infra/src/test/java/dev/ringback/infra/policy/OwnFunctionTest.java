package dev.ringback.infra.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.RingbackApp;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.ThrowAwayRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What an action gets that asks for a function of its own: all that call-api has, by its own needs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnFunctionTest {
    private static final String FUNCTION = "MuteCallFunction";

    private Assembly assembly;
    private StackTemplate template;

    @BeforeAll
    void synthesize(@TempDir Path root) throws IOException {
        ThrowAwayRepository.in(root).writeAction("mute-call", """
                {"action":"muteCall","function":"own","description":"Mutes a call.","needs":["devices:read","history"],\
                "errors":[],"request":{},"answer":{}}""");
        RingbackApp.synthesize(root, "full", root.resolve("out"));
        assembly = new Assembly("full", root.resolve("out"));
        template = assembly.template("Calling");
    }

    @Test
    void mayDoExactlyWhatItsNeedsSay() {
        assertThat(permissions("MuteCallFunctionRole"))
                .containsExactlyInAnyOrder(
                        "KeepDevices: dynamodb:GetItem on ${DeviceInfoE8C729C0.Arn}",
                        "FindDevicesOfUsers: dynamodb:Query on ${DeviceInfoE8C729C0.Arn}/index/byOwner",
                        "ListCallsMade: dynamodb:Query on ${Calls3682725C.Arn}/index/byCaller",
                        "ListCallsReceived: dynamodb:Query on ${Calls3682725C.Arn}/index/byCallee",
                        "WriteOwnLogs: logs:CreateLogStream logs:PutLogEvents on ${" + logGroup() + ".Arn}",
                        "WriteTraces: xray:PutTelemetryRecords xray:PutTraceSegments on *");
    }

    @Test
    void knowsExactlyWhatItMayUse() {
        assertThat(function().at("/Environment/Variables").fieldNames())
                .toIterable()
                .containsExactly("CALLS_TABLE", "DEVICE_INFO_TABLE", "ENVIRONMENT_NAME");
    }

    @Test
    void addsNothingToCallApi() {
        assertThat(permissions("CallApiFunctionRole")).noneMatch(permission -> permission.contains("MuteCall"));
    }

    @Test
    void hasARouteOfItsOwnForUsersAlone() {
        assertThat(routes()).containsKeys("POST /api", "POST /api/muteCall");
        assertThat(routes().get("POST /api/muteCall").path("AuthorizationType").asText())
                .isEqualTo("JWT");
        assertThat(routes().get("POST /api/muteCall").path("AuthorizerId"))
                .isEqualTo(routes().get("POST /api").path("AuthorizerId"));
    }

    @Test
    void runsTheHandlerOfAllActionsWithCodeOfItsOwn() {
        JsonNode callApi = function("CallApiFunction");
        assertThat(function().path("Handler")).isEqualTo(callApi.path("Handler"));
        assertThat(function().path("Code")).isNotEqualTo(callApi.path("Code"));
    }

    @Test
    void hasTheSizeOfCallApi() {
        JsonNode callApi = function("CallApiFunction");
        assertThat(function().path("MemorySize")).isEqualTo(callApi.path("MemorySize"));
        assertThat(function().path("Timeout")).isEqualTo(callApi.path("Timeout"));
    }

    @Test
    void logsToAGroupOfItsOwn() {
        assertThat(function().at("/LoggingConfig/LogGroup/Ref").asText()).isEqualTo(logGroup());
        assertThat(template.resources()
                        .get(logGroup())
                        .at("/Properties/RetentionInDays")
                        .intValue())
                .isEqualTo(90);
    }

    private String logGroup() {
        return template.resources("AWS::Logs::LogGroup").keySet().stream()
                .filter(id -> id.startsWith("MuteCallFunctionLogs"))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, JsonNode> routes() {
        return template.resources("AWS::ApiGatewayV2::Route").values().stream()
                .map(route -> route.path("Properties"))
                .collect(Collectors.toMap(route -> route.path("RouteKey").asText(), route -> route));
    }

    private JsonNode function() {
        return function(FUNCTION);
    }

    private JsonNode function(String name) {
        return template.resource("AWS::Lambda::Function", name).path("Properties");
    }

    private List<String> permissions(String role) {
        return Statements.of(assembly).stream()
                .filter(statement -> statement.holder().startsWith(role))
                .filter(statement -> !statement.actions().equals(List.of("sts:AssumeRole")))
                .map(Statement::text)
                .toList();
    }
}
