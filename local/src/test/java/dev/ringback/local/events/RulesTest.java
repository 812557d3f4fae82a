package dev.ringback.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.testfunction.FunctionBench;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.TestPrincipal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
    private static final String RULE_ARN = "arn:aws:events:us-east-1:000000000000:rule/";
    private static final String TEMPLATE = """
            {"Resources": {
              "Role": {"Type": "AWS::IAM::Role", "Properties": {
                "AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": {"Service": "lambda.amazonaws.com"}}]},
                "Policies": [{"PolicyName": "p", "PolicyDocument": {"Statement": [
                  {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": {"Fn::GetAtt": ["Done", "Arn"]}}]}}]}},
              "Done": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "done"}},
              "Lost": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "lost"}},
              "Copies": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "copies"}},
              "Open": {"Type": "AWS::SQS::QueuePolicy", "Properties": {
                "Queues": [{"Ref": "Lost"}, {"Ref": "Copies"}],
                "PolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"},
                  "Action": "sqs:SendMessage", "Resource": "*"}]}}},
              "Keeper": {"Type": "AWS::Lambda::Function", "Properties": {
                "FunctionName": "keeper", "Runtime": "java25", "Timeout": 20,
                "Handler": "dev.ringback.local.testfunction.TestHandler::handleRequest",
                "Code": {"S3Key": "function.zip"}, "Role": {"Fn::GetAtt": ["Role", "Arn"]}}},
              "KeeperVersion": {"Type": "AWS::Lambda::Version", "Properties": {"FunctionName": {"Ref": "Keeper"}}},
              "KeeperLive": {"Type": "AWS::Lambda::Alias", "Properties": {"FunctionName": {"Ref": "Keeper"},
                "FunctionVersion": {"Fn::GetAtt": ["KeeperVersion", "Version"]}, "Name": "live"}},
              "KeeperEvents": {"Type": "AWS::Lambda::EventInvokeConfig", "Properties": {
                "FunctionName": {"Ref": "Keeper"}, "Qualifier": "live",
                "DestinationConfig": {"OnSuccess": {"Destination": {"Fn::GetAtt": ["Done", "Arn"]}}}}},
              "Sweep": {"Type": "AWS::Events::Rule", "Properties": {"ScheduleExpression": "rate(1 minute)",
                "State": "ENABLED", "Targets": [{"Id": "Target0", "Arn": {"Ref": "KeeperLive"}}]}},
              "MaySweep": {"Type": "AWS::Lambda::Permission", "Properties": {"Action": "lambda:InvokeFunction",
                "FunctionName": {"Ref": "KeeperLive"}, "Principal": "events.amazonaws.com",
                "SourceArn": {"Fn::GetAtt": ["Sweep", "Arn"]}}},
              "Fixed": {"Type": "AWS::Events::Rule", "Properties": {"Name": "fixed",
                "ScheduleExpression": "rate(1 day)",
                "Targets": [{"Id": "T", "Arn": {"Ref": "KeeperLive"}, "Input": "{\\"fixed\\":true}"}]}},
              "MayFixed": {"Type": "AWS::Lambda::Permission", "Properties": {"Action": "lambda:InvokeFunction",
                "FunctionName": {"Ref": "KeeperLive"}, "Principal": "events.amazonaws.com",
                "SourceArn": {"Fn::GetAtt": ["Fixed", "Arn"]}}},
              "Forbidden": {"Type": "AWS::Events::Rule", "Properties": {"Name": "forbidden",
                "ScheduleExpression": "rate(1 day)", "Targets": [{"Id": "T", "Arn": {"Ref": "KeeperLive"}}]}},
              "Rescued": {"Type": "AWS::Events::Rule", "Properties": {"Name": "rescued",
                "ScheduleExpression": "rate(1 day)", "Targets": [{"Id": "T", "Arn": {"Ref": "KeeperLive"},
                  "DeadLetterConfig": {"Arn": {"Fn::GetAtt": ["Lost", "Arn"]}}}]}},
              "Bus": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "calls"}},
              "Copy": {"Type": "AWS::Events::Rule", "Properties": {"EventBusName": {"Ref": "Bus"},
                "EventPattern": {"detail": {"state": ["ENDED"]}},
                "Targets": [{"Id": "T", "Arn": {"Fn::GetAtt": ["Copies", "Arn"]}}]}}
            }}
            """;

    @TempDir
    static Path folder;

    private static FunctionBench bench;

    @BeforeAll
    static void start() throws IOException {
        bench = new FunctionBench(folder, TEMPLATE);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void handsAFunctionTheEventOfASchedule() throws Exception {
        assertThat(fire("Sweep").status()).isEqualTo(200);

        JsonNode event = FunctionBench.read(receive("done")).path("requestPayload");
        String name = rule("Sweep").path("name").asText();
        assertThat(name).matches("test-Sweep-[0-9a-z]{12}");
        assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
        assertThat(event.path("version").asText()).isEqualTo("0");
        assertThat(event.path("id").asText()).matches("[0-9a-f-]{36}");
        assertThat(event.path("source").asText()).isEqualTo("aws.events");
        assertThat(event.path("account").asText()).isEqualTo("000000000000");
        assertThat(event.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(event.path("region").asText()).isEqualTo("us-east-1");
        assertThat(event.path("resources").toString()).isEqualTo("[\"" + RULE_ARN + name + "\"]");
        assertThat(event.path("detail").toString()).isEqualTo("{}");
    }

    @Test
    void handsAFunctionWhatTheTargetSaysInstead() throws Exception {
        fire("fixed");

        assertThat(FunctionBench.read(receive("done")).path("requestPayload").toString())
                .isEqualTo("{\"fixed\":true}");
    }

    @Test
    void refusesToCallAFunctionThatDoesNotPermitTheRule() throws Exception {
        HttpAnswer answer = fire("forbidden");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(text(answer))
                .contains("User: events.amazonaws.com is not authorized to perform: lambda:InvokeFunction on resource:"
                        + " arn:aws:lambda:us-east-1:000000000000:function:keeper:live");
    }

    @Test
    void putsWhatCannotBeHandedOverAmongTheDeadLetters() throws Exception {
        assertThat(fire("rescued").status()).isEqualTo(200);

        assertThat(FunctionBench.read(receive("lost")).path("resources").toString())
                .isEqualTo("[\"" + RULE_ARN + "rescued\"]");
    }

    @Test
    void handsOnTheEventsOfABusThatMatch() throws Exception {
        put("RINGING");
        put("ENDED");

        assertThat(FunctionBench.read(receive("copies"))
                        .path("detail")
                        .path("state")
                        .asText())
                .isEqualTo("ENDED");
    }

    @Test
    void knowsNoScheduleOfSuchAName() throws Exception {
        assertThat(fire("Nothing").status()).isEqualTo(404);
    }

    @Test
    void tellsAtTheStartWhichRuleMayNotCallItsFunction() {
        bench.rules.start();

        assertThat(bench.console).anySatisfy(line -> assertThat(line).startsWith("rule forbidden | User: events."));
    }

    private static HttpAnswer fire(String rule) {
        return bench.eventsEndpoint.answer(Requests.of("POST", "/_rules", "{\"rule\":\"" + rule + "\"}"));
    }

    private static JsonNode rule(String part) throws IOException {
        for (JsonNode rule : FunctionBench.read(text(bench.eventsEndpoint.answer(Requests.of("GET", "/_rules", ""))))
                .path("rules")) {
            if (rule.path("name").asText().contains(part)) {
                return rule;
            }
        }
        throw new AssertionError("There is no rule " + part);
    }

    private static void put(String state) throws IOException {
        String entry =
                "{\"Source\":\"ringback.calls\",\"DetailType\":\"Call State Changed\",\"EventBusName\":\"calls\","
                        + "\"Detail\":\"{\\\"state\\\":\\\"" + state + "\\\"}\"}";
        bench.events.answer(new AwsCall(
                "PutEvents", Requests.of("POST", "/", "{\"Entries\":[" + entry + "]}"), TestPrincipal.ANYONE));
    }

    private static String receive(String queue) throws Exception {
        String request = "{\"QueueUrl\":\"http://any/000000000000/" + queue + "\",\"WaitTimeSeconds\":20}";
        JsonNode message = FunctionBench.read(text(bench.sqs.answer(
                        new AwsCall("ReceiveMessage", Requests.of("POST", "/", request), TestPrincipal.ANYONE))))
                .path("Messages")
                .path(0);
        assertThat(message.has("Body")).isTrue();
        bench.sqs.answer(new AwsCall(
                "DeleteMessage",
                Requests.of(
                        "POST",
                        "/",
                        "{\"QueueUrl\":\"http://any/000000000000/" + queue + "\",\"ReceiptHandle\":"
                                + message.path("ReceiptHandle") + "}"),
                TestPrincipal.ANYONE));
        return message.path("Body").asText();
    }

    private static String text(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
