package dev.ringback.local.httpapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.stack.Deployment;
import dev.ringback.local.stack.StackFailure;
import dev.ringback.local.stack.Stacks;
import dev.ringback.local.stack.Template;
import dev.ringback.local.testfunction.FunctionBench;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.Tokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpApiTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:plain";
    private static final String FUNCTIONS = """
            {"Resources": {
              "Role": {"Type": "AWS::IAM::Role", "Properties": {
                "AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": {"Service": "lambda.amazonaws.com"}}]}}},
              "Plain": {"Type": "AWS::Lambda::Function", "Properties": {
                "FunctionName": "plain", "Runtime": "java25", "Timeout": 10,
                "Handler": "dev.ringback.local.testfunction.TestHandler::handleRequest",
                "Code": {"S3Key": "function.zip"}, "Role": {"Fn::GetAtt": ["Role", "Arn"]}}},
              "May": {"Type": "AWS::Lambda::Permission", "Properties": {
                "Action": "lambda:InvokeFunction", "FunctionName": {"Ref": "Plain"},
                "Principal": "apigateway.amazonaws.com", "SourceArn": "arn:aws:execute-api:*:*:*/*/*/*"}}}}
            """;
    private static final String API = """
            {"Resources": {
              "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Name": "a", "ProtocolType": "HTTP",
                "CorsConfiguration": {"AllowOrigins": ["https://app.example"], "AllowMethods": ["POST"],
                  "AllowHeaders": ["authorization"], "MaxAge": 60}}},
              "Stage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {
                "ApiId": {"Ref": "Api"}, "StageName": "$default", "AutoDeploy": true}},
              "Users": {"Type": "AWS::ApiGatewayV2::Authorizer", "Properties": {"ApiId": {"Ref": "Api"},
                "AuthorizerType": "JWT", "IdentitySource": ["$request.header.Authorization"],
                "JwtConfiguration": {"Audience": ["client"],
                  "Issuer": "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool"}}},
              "Call": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"ApiId": {"Ref": "Api"},
                "IntegrationType": "AWS_PROXY", "PayloadFormatVersion": "2.0", "IntegrationUri": "FUNCTION"}},
              "Hasty": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"ApiId": {"Ref": "Api"},
                "IntegrationType": "AWS_PROXY", "PayloadFormatVersion": "2.0", "TimeoutInMillis": 50,
                "IntegrationUri": "FUNCTION"}},
              "Guarded": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"},
                "RouteKey": "POST /api", "AuthorizationType": "JWT", "AuthorizerId": {"Ref": "Users"},
                "Target": {"Fn::Sub": "integrations/${Call}"}}},
              "Open": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"},
                "RouteKey": "ANY /open/{name}", "Target": {"Fn::Sub": "integrations/${Call}"}}},
              "Slow": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"},
                "RouteKey": "POST /slow", "Target": {"Fn::Sub": "integrations/${Hasty}"}}}},
             "Outputs": {"Id": {"Value": {"Ref": "Api"}}}}
            """.replace("FUNCTION", FUNCTION);

    @TempDir
    static Path folder;

    private static final Tokens TOKENS = new Tokens();
    private static FunctionBench bench;
    private static HttpApiProvider provider;
    private static HttpApis apis;
    private static String id;

    @BeforeAll
    static void start() throws Exception {
        bench = new FunctionBench(folder, FUNCTIONS);
        apis = new HttpApis();
        provider = new HttpApiProvider(
                apis,
                Account.DEFAULT,
                "http://127.0.0.1:1",
                bench.functions,
                TOKENS,
                Clock.fixed(Tokens.NOW, ZoneOffset.UTC),
                bench.console::add);
        Deployment deployment = new Deployment(Account.DEFAULT, (secret, key) -> "");
        new Stacks(deployment, List.of(provider)).create(new Template("api", FunctionBench.read(API)));
        id = deployment.output("Id").orElseThrow();
    }

    @AfterAll
    static void stop() {
        provider.close();
        bench.close();
    }

    @Test
    void stopsAtAPropertyItDoesNotKnow() throws Exception {
        Template template = new Template("other", FunctionBench.read("""
                {"Resources": {"Api": {"Type": "AWS::ApiGatewayV2::Api",
                  "Properties": {"Name": "a", "ProtocolType": "HTTP", "DisableSchemaValidation": true}}}}
                """));
        Stacks stacks = new Stacks(new Deployment(Account.DEFAULT, (secret, key) -> ""), List.of(provider));

        assertThatThrownBy(() -> stacks.create(template))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("DisableSchemaValidation");
    }

    @Test
    void handsTheRequestToTheFunctionInPayloadFormat2() throws Exception {
        JsonNode event =
                event(send("POST", "/open/me?a=1&a=2&b=%20x", "{\"k\":1}", Map.of("Cookie", "c=1; d=2", "X-One", "1")));

        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("ANY /open/{name}");
        assertThat(event.path("rawPath").asText()).isEqualTo("/open/me");
        assertThat(event.path("rawQueryString").asText()).isEqualTo("a=1&a=2&b=%20x");
        assertThat(event.path("queryStringParameters").path("a").asText()).isEqualTo("1,2");
        assertThat(event.path("queryStringParameters").path("b").asText()).isEqualTo(" x");
        assertThat(event.path("pathParameters").path("name").asText()).isEqualTo("me");
        assertThat(event.path("headers").path("x-one").asText()).isEqualTo("1");
        assertThat(event.path("cookies").path(1).asText()).isEqualTo("d=2");
        assertThat(event.path("body").asText()).isEqualTo("{\"k\":1}");
        assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
    }

    @Test
    void saysInTheContextWhereAndWhenTheRequestCame() throws Exception {
        JsonNode context = event(send("POST", "/open/me", "{}", Map.of("User-Agent", "tests")))
                .path("requestContext");

        assertThat(context.path("apiId").asText()).isEqualTo(id);
        assertThat(context.path("accountId").asText()).isEqualTo("000000000000");
        assertThat(context.path("stage").asText()).isEqualTo("$default");
        assertThat(context.path("time").asText()).isEqualTo("01/Jan/2026:12:00:00 +0000");
        assertThat(context.path("timeEpoch").asLong()).isEqualTo(Tokens.NOW.toEpochMilli());
        assertThat(context.path("http").path("method").asText()).isEqualTo("POST");
        assertThat(context.path("http").path("userAgent").asText()).isEqualTo("tests");
        assertThat(context.has("authorizer")).isFalse();
    }

    @Test
    void encodesBodiesThatAreNoText() throws Exception {
        JsonNode event = event(send("POST", "/open/me", "abc", Map.of("Content-Type", "image/png")));

        assertThat(event.path("body").asText()).isEqualTo("YWJj");
        assertThat(event.path("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void givesTheFunctionTheClaimsOfTheToken() throws Exception {
        String token = TOKENS.sign(Tokens.claims().build());

        JsonNode jwt = event(send("POST", "/api", "{}", Map.of("Authorization", "Bearer " + token)))
                .path("requestContext")
                .path("authorizer")
                .path("jwt");

        assertThat(jwt.path("claims").path("sub").asText()).isEqualTo("someone");
        assertThat(jwt.path("claims").path("cognito:groups").asText()).isEqualTo("[a b]");
        assertThat(jwt.path("scopes").isNull()).isTrue();
    }

    @Test
    void refusesARequestWithoutAToken() throws Exception {
        HttpAnswer answer = send("POST", "/api", "{}", Map.of());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(text(answer)).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer");
    }

    @Test
    void saysWhyAnExpiredTokenIsRefused() throws Exception {
        String token = TOKENS.sign(
                Tokens.claims().expirationTime(java.util.Date.from(Tokens.NOW)).build());

        assertThat(send("POST", "/api", "{}", Map.of("Authorization", token)).headers())
                .containsEntry(
                        "www-authenticate",
                        "Bearer scope=\"\" error=\"invalid_token\" error_description=\"the token has expired\"");
    }

    @Test
    void knowsOnlyItsRoutes() throws Exception {
        assertThat(send("GET", "/api", "", Map.of()).status()).isEqualTo(404);
        assertThat(text(send("POST", "/other", "", Map.of()))).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(send("POST", "/open", "", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void answersAFunctionsErrorWith500() throws Exception {
        HttpAnswer failed = send("POST", "/open/me", "", Map.of("do", "throw"));

        assertThat(failed.status()).isEqualTo(500);
        assertThat(text(failed)).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void doesNotWaitLongerThanItsIntegrationMay() throws Exception {
        HttpAnswer answer = send("POST", "/slow", "", Map.of("do", "nap"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(text(answer)).isEqualTo("{\"message\":\"Service Unavailable\"}");
    }

    @Test
    void answersThePreflightOfAnAllowedOrigin() throws Exception {
        HttpAnswer answer = send(
                "OPTIONS",
                "/api",
                "",
                Map.of("Origin", "https://app.example", "Access-Control-Request-Method", "POST"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.headers())
                .containsEntry("access-control-allow-origin", "https://app.example")
                .containsEntry("access-control-allow-methods", "POST")
                .containsEntry("access-control-allow-headers", "authorization")
                .containsEntry("access-control-max-age", "60");
    }

    @Test
    void allowsNoOtherOrigin() throws Exception {
        HttpAnswer answer = send(
                "OPTIONS",
                "/api",
                "",
                Map.of("Origin", "https://evil.example", "Access-Control-Request-Method", "POST"));

        assertThat(answer.headers()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void tellsAPageOfAnAllowedOriginEvenThatItIsRefused() throws Exception {
        assertThat(send("POST", "/api", "{}", Map.of("Origin", "https://app.example"))
                        .headers())
                .containsEntry("access-control-allow-origin", "https://app.example");
    }

    private static HttpAnswer send(String method, String target, String body, Map<String, String> headers)
            throws Exception {
        Map<String, String> lowerCase = new HashMap<>();
        headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(java.util.Locale.ROOT), value));
        return apis.answer(Requests.of(method, "/" + id + target, body, lowerCase));
    }

    private static JsonNode event(HttpAnswer answer) throws Exception {
        assertThat(answer.status()).isEqualTo(200);
        return FunctionBench.read(text(answer));
    }

    private static String text(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
