package dev.ringback.local;

import dev.ringback.local.testfunction.FunctionFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A cloud assembly in which a table's stream leads to a queue and that, like a schedule, to an event bus. */
final class TriggerAssembly {
    private static final String MANIFEST = """
            {"version": "54.0.0", "artifacts": {
              "Calls.assets": {"type": "cdk:asset-manifest", "properties": {"file": "Calls.assets.json"}},
              "Calls": {"type": "aws:cloudformation:stack", "environment": "aws://unknown-account/unknown-region",
                "properties": {"templateFile": "Calls.template.json"}, "dependencies": ["Calls.assets"]}
            }}
            """;
    private static final String ASSETS = """
            {"files": {"abc": {"source": {"path": "asset.abc", "packaging": "zip"},
              "destinations": {"current": {"objectKey": "abc.zip"}}}}}
            """;
    private static final String TEMPLATE = """
            {"Resources": {
              "Things": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "Things",
                "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST",
                "StreamSpecification": {"StreamViewType": "NEW_AND_OLD_IMAGES"}}},
              "Jobs": {"Type": "AWS::SQS::Queue", "Properties": {"VisibilityTimeout": 60}},
              "Bus": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "relayed"}},
              "Role": {"Type": "AWS::IAM::Role", "Properties": {
                "AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": {"Service": "lambda.amazonaws.com"}}]},
                "Policies": [{"PolicyName": "p", "PolicyDocument": {"Statement": [
                  {"Effect": "Allow", "Action": ["dynamodb:DescribeStream", "dynamodb:GetRecords",
                    "dynamodb:GetShardIterator"@LIST@], "Resource": {"Fn::GetAtt": ["Things", "StreamArn"]}},
                  {"Effect": "Allow", "Action": ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage",
                    "sqs:GetQueueAttributes"], "Resource": {"Fn::GetAtt": ["Jobs", "Arn"]}},
                  {"Effect": "Allow", "Action": "events:PutEvents", "Resource": {"Fn::GetAtt": ["Bus", "Arn"]}}]}}]}},
              "Relay": {"Type": "AWS::Lambda::Function", "Properties": {
                "FunctionName": "relay", "Runtime": "java25", "MemorySize": 256, "Timeout": 20,
                "Handler": "dev.ringback.local.testfunction.RelayHandler::handleRequest",
                "Environment": {"Variables": {"QUEUE_URL": {"Ref": "Jobs"}, "BUS": {"Ref": "Bus"}}},
                "Code": {"S3Key": "abc.zip"}, "Role": {"Fn::GetAtt": ["Role", "Arn"]}}},
              "FromTable": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
                "EventSourceArn": {"Fn::GetAtt": ["Things", "StreamArn"]}, "FunctionName": {"Ref": "Relay"},
                "StartingPosition": "TRIM_HORIZON"}},
              "FromQueue": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
                "EventSourceArn": {"Fn::GetAtt": ["Jobs", "Arn"]}, "FunctionName": {"Ref": "Relay"}}},
              "Sweep": {"Type": "AWS::Events::Rule", "Properties": {"ScheduleExpression": "rate(1 minute)",
                "Targets": [{"Id": "Target0", "Arn": {"Fn::GetAtt": ["Relay", "Arn"]}}]}},
              "MaySweep": {"Type": "AWS::Lambda::Permission", "Properties": {"Action": "lambda:InvokeFunction",
                "FunctionName": {"Ref": "Relay"}, "Principal": "events.amazonaws.com",
                "SourceArn": {"Fn::GetAtt": ["Sweep", "Arn"]}}}}}
            """;

    private TriggerAssembly() {}

    static Path in(Path folder) {
        return in(folder, true);
    }

    /** Of a function that may read the stream but not look for it, which Lambda insists on. */
    static Path withoutPermission(Path folder) {
        return in(folder, false);
    }

    private static Path in(Path folder, boolean mayList) {
        try {
            Files.createDirectories(folder);
            FunctionFolder.in(folder.resolve("asset.abc"));
            Files.writeString(folder.resolve("manifest.json"), MANIFEST);
            Files.writeString(folder.resolve("Calls.assets.json"), ASSETS);
            String list = mayList ? ", \"dynamodb:ListStreams\"" : "";
            Files.writeString(folder.resolve("Calls.template.json"), TEMPLATE.replace("@LIST@", list));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
