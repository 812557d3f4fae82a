package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Exports;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallingStackTest {
    private static final String CALL_API = "CallApiFunction";

    private final StackTemplate template;
    private final StackTemplate bare;
    private final Exports exports;

    CallingStackTest(@Synthesized("full") Assembly full, @Synthesized("bare") Assembly bare) {
        this.template = full.template("Calling");
        this.bare = bare.template("Calling");
        this.exports = Exports.of(full);
    }

    @Test
    void theOnlyRouteIsPostApi() {
        assertThat(properties("AWS::ApiGatewayV2::Route").path("RouteKey").asText())
                .isEqualTo("POST /api");
    }

    @Test
    void theRouteIsOpenToUsersOnly() {
        JsonNode route = properties("AWS::ApiGatewayV2::Route");
        assertThat(route.path("AuthorizationType").asText()).isEqualTo("JWT");
        assertThat(template.resources("AWS::ApiGatewayV2::Authorizer"))
                .containsOnlyKeys(route.at("/AuthorizerId/Ref").asText());
    }

    @Test
    void tokensMustBeForTheMobileClient() {
        JsonNode audience = properties("AWS::ApiGatewayV2::Authorizer").at("/JwtConfiguration/Audience");
        assertThat(audience).hasSize(1);
        assertThat(exports.text(audience.get(0))).isEqualTo("${MobileClientA77E8195}");
    }

    @Test
    void tokensMustBeFromTheUserPool() {
        JsonNode issuer = properties("AWS::ApiGatewayV2::Authorizer").at("/JwtConfiguration/Issuer");
        assertThat(exports.text(issuer))
                .isEqualTo("https://cognito-idp.eu-central-1.amazonaws.com/${UserPool6BA7E5F2}");
    }

    @Test
    void theRouteReachesTheLiveAlias() {
        JsonNode permission = template.resource("AWS::Lambda::Permission", "CallApiHttpApiPOSTapiFunctionPermission");
        assertThat(properties("AWS::ApiGatewayV2::Integration")
                        .at("/IntegrationUri/Ref")
                        .asText())
                .startsWith("CallApiFunctionLive")
                .isEqualTo(permission.at("/Properties/FunctionName/Ref").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {CALL_API, "CallKeeperFunction", "CallEventsFunction"})
    void aFunctionHasAnAliasNamedLive(String function) {
        JsonNode alias = template.resource("AWS::Lambda::Alias", function + "Live");
        assertThat(alias.at("/Properties/Name").asText()).isEqualTo("live");
    }

    @Test
    void browsersMayCallFromTheOriginsOfTheEnvironment() {
        assertThat(properties("AWS::ApiGatewayV2::Api")
                        .path("CorsConfiguration")
                        .toString())
                .isEqualTo("{\"AllowHeaders\":[\"authorization\",\"content-type\"],\"AllowMethods\":[\"POST\"],"
                        + "\"AllowOrigins\":[\"https://app.example.com\",\"http://localhost:8080\"],\"MaxAge\":3600}");
    }

    @Test
    void browsersMayNotCallWithoutOrigins() {
        assertThat(bare.only("AWS::ApiGatewayV2::Api").path("Properties").has("CorsConfiguration"))
                .isFalse();
    }

    @Test
    void requestsAreThrottled() {
        assertThat(properties("AWS::ApiGatewayV2::Stage")
                        .path("DefaultRouteSettings")
                        .toString())
                .isEqualTo("{\"ThrottlingBurstLimit\":140,\"ThrottlingRateLimit\":70}");
    }

    @Test
    void theDefaultStageIsDeployedByItself() {
        JsonNode stage = properties("AWS::ApiGatewayV2::Stage");
        assertThat(stage.path("StageName").asText()).isEqualTo("$default");
        assertThat(stage.path("AutoDeploy").booleanValue()).isTrue();
    }

    @Test
    void accessLogsTellWhatHappenedAndNotWhoAskedForWhat() throws IOException {
        String format = properties("AWS::ApiGatewayV2::Stage")
                .at("/AccessLogSettings/Format")
                .asText();
        assertThat(new ObjectMapper().readTree(format).fieldNames())
                .toIterable()
                .containsExactly(
                        "requestId",
                        "functionRequestId",
                        "timeMillis",
                        "route",
                        "status",
                        "latency",
                        "functionLatency",
                        "responseLength",
                        "authorizerError",
                        "functionError",
                        "gatewayError");
        assertThat(format).doesNotContain("claims", "identity", "Authorization", "body", "path");
    }

    @Test
    void logsAreKeptAsLongAsTheEnvironmentSays() {
        assertThat(template.resources("AWS::Logs::LogGroup").values())
                .hasSize(4)
                .allSatisfy(logs -> assertThat(
                                logs.at("/Properties/RetentionInDays").intValue())
                        .isEqualTo(90));
    }

    @ParameterizedTest
    @ValueSource(strings = {CALL_API, "CallKeeperFunction", "CallEventsFunction"})
    void aFunctionLogsToItsOwnGroup(String function) {
        assertThat(function(function).at("/LoggingConfig/LogGroup/Ref").asText())
                .startsWith(function + "Logs");
    }

    @ParameterizedTest
    @ValueSource(strings = {CALL_API, "CallKeeperFunction", "CallEventsFunction"})
    void aFunctionRunsOnArm(String function) {
        assertThat(function(function).path("Architectures").toString()).isEqualTo("[\"arm64\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {CALL_API, "CallKeeperFunction", "CallEventsFunction"})
    void aFunctionStartsFromASnapshot(String function) {
        assertThat(function(function).at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
    }

    @Test
    void theFunctionHasTheSizeTheEnvironmentSays() {
        assertThat(function(CALL_API).path("MemorySize").intValue()).isEqualTo(1769);
        assertThat(function(CALL_API).path("Timeout").intValue()).isEqualTo(16);
    }

    @Test
    void theFunctionGetsWhatItsCodeReads() {
        assertThat(function(CALL_API).at("/Environment/Variables").fieldNames())
                .toIterable()
                .containsExactly(
                        "BANDWIDTH_SECRET_ARN",
                        "CALLS_PER_USER_PER_MINUTE",
                        "CALLS_TABLE",
                        "CALL_LEASE_MINUTES",
                        "CALL_RETENTION_DAYS",
                        "DECLINE_ENDS_ALL",
                        "DEVICE_INFO_TABLE",
                        "DEVICE_RETENTION_DAYS",
                        "ENVIRONMENT_NAME",
                        "JOIN_WITHOUT_ANSWER",
                        "PEOPLE_TABLE",
                        "PUSH_FUNCTION_ARN",
                        "RING_SECONDS",
                        "RING_TIMEOUT_QUEUE_URL");
    }

    @Test
    void devicesAreRememberedAsLongAsTheEnvironmentSays() {
        assertThat(function(CALL_API)
                        .at("/Environment/Variables/DEVICE_RETENTION_DAYS")
                        .asText())
                .isEqualTo("45");
    }

    @Test
    void callsAreRememberedAsLongAsTheEnvironmentSays() {
        assertThat(function(CALL_API)
                        .at("/Environment/Variables/CALL_RETENTION_DAYS")
                        .asText())
                .isEqualTo("30");
    }

    @Test
    void aUserMayCallAsOftenAsTheEnvironmentSays() {
        assertThat(variable(template, "CALLS_PER_USER_PER_MINUTE")).isEqualTo("20");
        assertThat(variable(bare, "CALLS_PER_USER_PER_MINUTE")).isEqualTo("10");
    }

    @Test
    void aDeclineEndsTheRingingOnAllDevicesWhereTheEnvironmentSaysSo() {
        assertThat(variable(template, "DECLINE_ENDS_ALL")).isEqualTo("false");
        assertThat(variable(bare, "DECLINE_ENDS_ALL")).isEqualTo("true");
    }

    @Test
    void nobodyNeedAnswerFirstWhereThePushLetsThemJoin() {
        assertThat(variable(template, "JOIN_WITHOUT_ANSWER")).isEqualTo("true");
        assertThat(variable(bare, "JOIN_WITHOUT_ANSWER")).isEqualTo("false");
    }

    @Test
    void thePushFunctionIsKnownByItsLiveAlias() {
        assertThat(exports.text(function(CALL_API).at("/Environment/Variables/PUSH_FUNCTION_ARN")))
                .isEqualTo("${PushNotifierLive5941839E}");
    }

    @Test
    void theUrlToPostToIsAnOutput() {
        assertThat(exports.text(template.json().at("/Outputs/ApiUrl/Value")))
                .matches("\\$\\{CallApiHttpApi\\w+\\.ApiEndpoint}/api");
    }

    @Test
    void noHiddenFunctionDoesTheDeploymentsWork() {
        assertThat(template.resources("AWS::Lambda::Function")).hasSize(3);
        assertThat(template.resources().values())
                .extracting(resource -> resource.path("Type").asText())
                .noneMatch(type -> type.startsWith("Custom::"));
    }

    private static String variable(StackTemplate template, String name) {
        return template.resource("AWS::Lambda::Function", CALL_API)
                .at("/Properties/Environment/Variables/" + name)
                .asText();
    }

    private JsonNode function(String name) {
        return template.resource("AWS::Lambda::Function", name).path("Properties");
    }

    private JsonNode properties(String type) {
        return template.only(type).path("Properties");
    }
}
