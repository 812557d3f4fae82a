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

class CallingStackTest {
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
        String alias =
                template.resources("AWS::Lambda::Alias").keySet().iterator().next();
        assertThat(properties("AWS::ApiGatewayV2::Integration")
                        .at("/IntegrationUri/Ref")
                        .asText())
                .isEqualTo(alias);
        assertThat(properties("AWS::Lambda::Permission").at("/FunctionName/Ref").asText())
                .isEqualTo(alias);
    }

    @Test
    void theAliasIsNamedLive() {
        assertThat(properties("AWS::Lambda::Alias").path("Name").asText()).isEqualTo("live");
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
                .hasSize(2)
                .allSatisfy(logs -> assertThat(
                                logs.at("/Properties/RetentionInDays").intValue())
                        .isEqualTo(90));
    }

    @Test
    void theFunctionLogsToItsOwnGroup() {
        assertThat(properties("AWS::Lambda::Function")
                        .at("/LoggingConfig/LogGroup/Ref")
                        .asText())
                .startsWith("CallApiFunctionLogs");
    }

    @Test
    void theFunctionRunsOnArm() {
        assertThat(properties("AWS::Lambda::Function").path("Architectures").toString())
                .isEqualTo("[\"arm64\"]");
    }

    @Test
    void theFunctionStartsFromASnapshot() {
        assertThat(properties("AWS::Lambda::Function").at("/SnapStart/ApplyOn").asText())
                .isEqualTo("PublishedVersions");
    }

    @Test
    void theFunctionHasTheSizeTheEnvironmentSays() {
        assertThat(properties("AWS::Lambda::Function").path("MemorySize").intValue())
                .isEqualTo(1769);
        assertThat(properties("AWS::Lambda::Function").path("Timeout").intValue())
                .isEqualTo(16);
    }

    @Test
    void theFunctionGetsWhatItsCodeReads() {
        assertThat(properties("AWS::Lambda::Function")
                        .at("/Environment/Variables")
                        .fieldNames())
                .toIterable()
                .containsExactly(
                        "BANDWIDTH_SECRET_ARN",
                        "CALLS_TABLE",
                        "CALL_LEASE_MINUTES",
                        "DEVICE_INFO_TABLE",
                        "ENVIRONMENT_NAME",
                        "PUSH_FUNCTION_ARN",
                        "RING_SECONDS");
    }

    @Test
    void thePushFunctionIsKnownByItsLiveAlias() {
        assertThat(exports.text(properties("AWS::Lambda::Function").at("/Environment/Variables/PUSH_FUNCTION_ARN")))
                .isEqualTo("${PushNotifierLive5941839E}");
    }

    @Test
    void theUrlToPostToIsAnOutput() {
        assertThat(exports.text(template.json().at("/Outputs/ApiUrl/Value")))
                .matches("\\$\\{CallApiHttpApi\\w+\\.ApiEndpoint}/api");
    }

    @Test
    void noHiddenFunctionDoesTheDeploymentsWork() {
        assertThat(template.resources("AWS::Lambda::Function")).hasSize(1);
        assertThat(template.resources().values())
                .extracting(resource -> resource.path("Type").asText())
                .noneMatch(type -> type.startsWith("Custom::"));
    }

    private JsonNode properties(String type) {
        return template.only(type).path("Properties");
    }
}
