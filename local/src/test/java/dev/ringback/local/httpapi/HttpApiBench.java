package dev.ringback.local.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.stack.Deployment;
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

/** An HTTP API of a few routes to one function. */
final class HttpApiBench implements AutoCloseable {
    static final Tokens TOKENS = new Tokens();
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

    final HttpApiProvider provider;
    final String id;
    private final FunctionBench functions;
    private final HttpApis apis = new HttpApis();

    HttpApiBench(Path folder) throws Exception {
        functions = new FunctionBench(folder, FUNCTIONS);
        provider = new HttpApiProvider(
                apis,
                Account.DEFAULT,
                "http://127.0.0.1:1",
                functions.functions,
                TOKENS,
                Clock.fixed(Tokens.NOW, ZoneOffset.UTC),
                functions.console::add);
        Deployment deployment = new Deployment(Account.DEFAULT, (secret, key) -> "");
        new Stacks(deployment, List.of(provider)).create(new Template("api", FunctionBench.read(API)));
        id = deployment.output("Id").orElseThrow();
    }

    HttpAnswer send(String method, String target, String body, Map<String, String> headers) throws Exception {
        Map<String, String> lowerCase = new HashMap<>();
        headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(java.util.Locale.ROOT), value));
        return apis.answer(Requests.of(method, "/" + id + target, body, lowerCase));
    }

    /** What the function was given, which it answers. */
    JsonNode event(HttpAnswer answer) throws Exception {
        assertThat(answer.status()).isEqualTo(200);
        return FunctionBench.read(text(answer));
    }

    static String text(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        provider.close();
        functions.close();
    }
}
