package dev.ringback.local;

import dev.ringback.local.testfunction.FunctionFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A cloud assembly of two stacks: a table, and an API with a function that writes into it. */
final class MiniAssembly {
    private static final String MANIFEST = """
            {"version": "54.0.0", "artifacts": {
              "Api.assets": {"type": "cdk:asset-manifest", "properties": {"file": "Api.assets.json"}},
              "Api": {"type": "aws:cloudformation:stack", "environment": "aws://unknown-account/unknown-region",
                "properties": {"templateFile": "Api.template.json"}, "dependencies": ["Data", "Api.assets"]},
              "Data": {"type": "aws:cloudformation:stack", "environment": "aws://unknown-account/unknown-region",
                "properties": {"templateFile": "Data.template.json"}, "dependencies": []}
            }}
            """;
    private static final String ASSETS = """
            {"files": {"abc": {"source": {"path": "asset.abc", "packaging": "zip"},
              "destinations": {"current": {"objectKey": "abc.zip"}}}}}
            """;
    private static final String DATA = """
            {"Parameters": {"BootstrapVersion": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/x"}},
             "Rules": {"CheckBootstrapVersion": {}},
             "Resources": {
              "Things": {"Type": "AWS::DynamoDB::Table", "Properties": {
                "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
                "TimeToLiveSpecification": {"AttributeName": "expiresAt", "Enabled": true}}}},
             "Outputs": {"ThingsName": {"Value": {"Ref": "Things"}, "Export": {"Name": "Data:Things"}}}}
            """;
    private static final String API = """
            {"Resources": {
              "Role": {"Type": "AWS::IAM::Role", "Properties": {
                "AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": {"Service": "lambda.amazonaws.com"}}]},
                "Policies": [{"PolicyName": "p", "PolicyDocument": {"Statement": [
                  {"Effect": "Allow", "Action": "ACTION", "Resource": {"Fn::Sub": [
                     "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Name}",
                     {"Name": {"Fn::ImportValue": "Data:Things"}}]}}]}}]}},
              "Writer": {"Type": "AWS::Lambda::Function", "Properties": {
                "FunctionName": "writer", "Runtime": "java25", "MemorySize": 256, "Timeout": 20,
                "Handler": "dev.ringback.local.testfunction.TableHandler::handleRequest",
                "Environment": {"Variables": {"TABLE": {"Fn::ImportValue": "Data:Things"}}},
                "Code": {"S3Bucket": {"Fn::Sub": "assets-${AWS::AccountId}"}, "S3Key": "abc.zip"},
                "Role": {"Fn::GetAtt": ["Role", "Arn"]}}},
              "MayCall": {"Type": "AWS::Lambda::Permission", "Properties": {
                "Action": "lambda:InvokeFunction", "FunctionName": {"Fn::GetAtt": ["Writer", "Arn"]},
                "Principal": "apigateway.amazonaws.com",
                "SourceArn": {"Fn::Join": ["", ["arn:aws:execute-api:", {"Ref": "AWS::Region"}, ":",
                  {"Ref": "AWS::AccountId"}, ":", {"Ref": "Api"}, "/*/*/PERMITTED"]]}}},
              "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Name": "mini", "ProtocolType": "HTTP"}},
              "Stage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {
                "ApiId": {"Ref": "Api"}, "StageName": "$default", "AutoDeploy": true}},
              "Calls": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {
                "ApiId": {"Ref": "Api"}, "IntegrationType": "AWS_PROXY", "PayloadFormatVersion": "2.0",
                "IntegrationUri": {"Fn::GetAtt": ["Writer", "Arn"]}}},
              "Route": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {
                "ApiId": {"Ref": "Api"}, "RouteKey": "POST /things",
                "Target": {"Fn::Join": ["/", ["integrations", {"Ref": "Calls"}]]}}}},
             "Outputs": {"ApiUrl": {"Value": {"Fn::Sub": "${Api.ApiEndpoint}/things"}},
              "GraphqlUrl": {"Value": {"Fn::Sub": "http://plain/${Writer}"}}}}
            """;

    private MiniAssembly() {}

    static Path in(Path folder) {
        return in(folder, "dynamodb:PutItem", "things");
    }

    /** @param action what the function may do with the table; @param permitted the path whose requests may call it */
    static Path in(Path folder, String action, String permitted) {
        try {
            Files.createDirectories(folder);
            FunctionFolder.in(folder.resolve("asset.abc"));
            Files.writeString(folder.resolve("manifest.json"), MANIFEST);
            Files.writeString(folder.resolve("Api.assets.json"), ASSETS);
            Files.writeString(folder.resolve("Data.template.json"), DATA);
            String api = API.replace("ACTION", action).replace("PERMITTED", permitted);
            Files.writeString(folder.resolve("Api.template.json"), api);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
