package dev.ringback.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.testfunction.FunctionBench;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.TestPrincipal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaServiceTest {
    private static final String TEMPLATE = """
            {"Resources": {
              "Role": {"Type": "AWS::IAM::Role", "Properties": {
                "AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": {"Service": "lambda.amazonaws.com"}}]},
                "Policies": [{"PolicyName": "p", "PolicyDocument": {"Statement": [
                  {"Effect": "Allow", "Action": "sqs:SendMessage",
                    "Resource": [{"Fn::GetAtt": ["Failures", "Arn"]}, {"Fn::GetAtt": ["Stale", "Arn"]}]}]}}]}},
              "Failures": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "failures"}},
              "Stale": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "stale"}},
              "PlainVersion": {"Type": "AWS::Lambda::Version", "Properties": {"FunctionName": {"Ref": "Plain"}}},
              "PlainHasty": {"Type": "AWS::Lambda::Alias", "Properties": {"FunctionName": {"Ref": "Plain"},
                "FunctionVersion": {"Fn::GetAtt": ["PlainVersion", "Version"]}, "Name": "hasty"}},
              "HastyEvents": {"Type": "AWS::Lambda::EventInvokeConfig", "Properties": {
                "FunctionName": {"Ref": "Plain"}, "Qualifier": "hasty", "MaximumEventAgeInSeconds": 0,
                "DestinationConfig": {"OnFailure": {"Destination": {"Fn::GetAtt": ["Stale", "Arn"]}}}}},
              "Plain": {"Type": "AWS::Lambda::Function", "Properties": {
                "FunctionName": "plain", "Runtime": "java25", "MemorySize": 128, "Timeout": 3,
                "Handler": "dev.ringback.local.testfunction.TestHandler::handleRequest",
                "Environment": {"Variables": {"GREETING": "hello"}},
                "Code": {"S3Key": "function.zip"}, "Role": {"Fn::GetAtt": ["Role", "Arn"]}}},
              "PlainEvents": {"Type": "AWS::Lambda::EventInvokeConfig", "Properties": {
                "FunctionName": {"Ref": "Plain"}, "Qualifier": "$LATEST", "MaximumRetryAttempts": 1,
                "DestinationConfig": {"OnFailure": {"Destination": {"Fn::GetAtt": ["Failures", "Arn"]}}}}},
              "Broken": {"Type": "AWS::Lambda::Function", "Properties": {
                "FunctionName": "broken", "Runtime": "java25",
                "Handler": "dev.ringback.local.testfunction.BrokenHandler::handleRequest",
                "Code": {"S3Key": "function.zip"}, "Role": {"Fn::GetAtt": ["Role", "Arn"]}}},
              "Primed": {"Type": "AWS::Lambda::Function", "Properties": {
                "FunctionName": "primed", "Runtime": "java25", "SnapStart": {"ApplyOn": "PublishedVersions"},
                "Handler": "dev.ringback.local.testfunction.PrimedHandler::handleRequest",
                "Code": {"S3Key": "function.zip"}, "Role": {"Fn::GetAtt": ["Role", "Arn"]}}},
              "PrimedVersion": {"Type": "AWS::Lambda::Version", "Properties": {"FunctionName": {"Ref": "Primed"}}},
              "PrimedLive": {"Type": "AWS::Lambda::Alias", "Properties": {"FunctionName": {"Ref": "Primed"},
                "FunctionVersion": {"Fn::GetAtt": ["PrimedVersion", "Version"]}, "Name": "live"}},
              "Unprimed": {"Type": "AWS::Lambda::Function", "Properties": {
                "FunctionName": "unprimed", "Runtime": "java25", "SnapStart": {"ApplyOn": "PublishedVersions"},
                "Handler": "dev.ringback.local.testfunction.PrimedHandler::handleRequest",
                "Environment": {"Variables": {"FAIL_BEFORE_CHECKPOINT": "yes"}},
                "Code": {"S3Key": "function.zip"}, "Role": {"Fn::GetAtt": ["Role", "Arn"]}}},
              "UnprimedVersion": {"Type": "AWS::Lambda::Version", "Properties": {"FunctionName": {"Ref": "Unprimed"}}},
              "UnprimedLive": {"Type": "AWS::Lambda::Alias", "Properties": {"FunctionName": {"Ref": "Unprimed"},
                "FunctionVersion": {"Fn::GetAtt": ["UnprimedVersion", "Version"]}, "Name": "live"}}
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
    void givesTheFunctionsAnswer() throws Exception {
        HttpAnswer answer = invoke("plain", "{\"do\":\"echo\",\"n\":1}");

        assertThat(text(answer)).isEqualTo("{\"do\":\"echo\",\"n\":1}");
        assertThat(answer.headers())
                .doesNotContainKey("X-Amz-Function-Error")
                .containsEntry("X-Amz-Executed-Version", "$LATEST");
    }

    @Test
    void keepsTheProcessForTheNextEvent() throws Exception {
        invoke("plain", order("echo"));
        long started = starts();

        invoke("plain", order("echo"));

        assertThat(starts()).isEqualTo(started);
    }

    private static long starts() {
        return bench.console.stream()
                .filter(line -> line.startsWith("plain | INIT_REPORT"))
                .count();
    }

    @Test
    void startsAnotherProcessWhenTheFirstIsBusy() throws Exception {
        invoke("plain", order("echo"));
        var longOne = CompletableFuture.supplyAsync(() -> process("nap"));
        var others = java.util.stream.IntStream.range(0, 3)
                .mapToObj(ignored -> CompletableFuture.supplyAsync(() -> process("nap")))
                .toList();

        assertThat(longOne.join()).isEqualTo("\"slept\"");
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isEqualTo("\"slept\""));
        assertThat(starts()).isGreaterThan(1);
    }

    private static String process(String order) {
        try {
            return text(invoke("plain", order(order)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void runsInTheFolderOfItsCode() throws Exception {
        assertThat(text(invoke("plain", order("folder"))))
                .isEqualTo("\"" + folder.resolve("function").toAbsolutePath() + "\"");
    }

    @Test
    void tellsTheFunctionHowItWasNamedAndHowLongItMayTake() throws Exception {
        assertThat(text(invoke("plain", order("arn"))))
                .isEqualTo("\"arn:aws:lambda:us-east-1:000000000000:function:plain\"");
        assertThat(Integer.parseInt(text(invoke("plain", order("time left"))))).isBetween(1, 3000);
    }

    @Test
    void givesTheFunctionItsEnvironmentAndNothingOfTheMachines() throws Exception {
        JsonNode environment = FunctionBench.read(text(invoke("plain", order("environment"))));

        assertThat(environment.path("GREETING").asText()).isEqualTo("hello");
        assertThat(environment.path("AWS_LAMBDA_FUNCTION_NAME").asText()).isEqualTo("plain");
        assertThat(environment.path("AWS_ACCESS_KEY_ID").asText()).startsWith("ASIA");
        assertThat(environment.has("HOME")).isFalse();
        assertThat(environment.has("JAVA_HOME")).isFalse();
    }

    @Test
    void reportsAnExceptionAsTheRuntimeDoes() throws Exception {
        HttpAnswer answer = invoke("plain", order("throw"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("X-Amz-Function-Error", "Unhandled");
        JsonNode error = FunctionBench.read(text(answer));
        assertThat(error.path("errorMessage").asText()).isEqualTo("told to");
        assertThat(error.path("errorType").asText()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void reportsAProcessThatEnds() throws Exception {
        HttpAnswer answer = invoke("plain", order("exit"));

        assertThat(answer.headers()).containsEntry("X-Amz-Function-Error", "Unhandled");
        JsonNode error = FunctionBench.read(text(answer));
        assertThat(error.path("errorType").asText()).isEqualTo("Runtime.ExitError");
        assertThat(error.path("errorMessage").asText())
                .matches("RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 7");
    }

    @Test
    void reportsAFunctionOutOfMemory() throws Exception {
        HttpAnswer answer = invoke("plain", order("fill memory"));

        assertThat(answer.headers()).containsEntry("X-Amz-Function-Error", "Unhandled");
        assertThat(FunctionBench.read(text(answer)).path("errorType").asText()).isEqualTo("java.lang.OutOfMemoryError");
    }

    @Test
    void worksAgainAfterTheProcessHasEnded() throws Exception {
        invoke("plain", order("exit"));

        assertThat(text(invoke("plain", order("echo")))).isEqualTo(order("echo"));
    }

    @Test
    void killsAFunctionThatTakesTooLong() throws Exception {
        HttpAnswer answer = invoke("plain", order("sleep"));

        assertThat(answer.headers()).containsEntry("X-Amz-Function-Error", "Unhandled");
        assertThat(FunctionBench.read(text(answer)).path("errorMessage").asText())
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z [0-9a-f-]{36} Task timed out after 3.00 seconds");
    }

    @Test
    void reportsAFunctionThatCannotBeInitialized() throws Exception {
        HttpAnswer answer = invoke("broken", "{}");

        assertThat(answer.headers()).containsEntry("X-Amz-Function-Error", "Unhandled");
        assertThat(text(answer)).contains("no settings");
    }

    @Test
    void runsTheSnapshotHooksOfAPublishedVersion() throws Exception {
        assertThat(text(invoke("primed:live", "{}"))).isEqualTo("\"beforeCheckpoint afterRestore\"");
    }

    @Test
    void runsNoSnapshotHooksOfTheLatestVersion() throws Exception {
        assertThat(text(invoke("primed", "{}"))).isEqualTo("\"\"");
    }

    @Test
    void tellsAtTheStartWhichFunctionCannotBeSnapshotted() {
        assertThat(bench.functions.warmUp().join())
                .anySatisfy(failure -> assertThat(failure)
                        .startsWith("unprimed does not start: ")
                        .contains("CheckpointException"));
    }

    @Test
    void showsTheFunctionsLinesUnderItsName() throws Exception {
        invoke("plain", order("say"));

        awaitLine("plain | said on the way");
        assertThat(bench.console).anySatisfy(line -> assertThat(line).startsWith("plain | REPORT RequestId: "));
    }

    /** What a function writes comes by a way of its own, maybe after its answer. */
    private static void awaitLine(String line) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!bench.console.contains(line) && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(bench.console).contains(line);
    }

    @Test
    void repeatsAFailedAsynchronousEventAndThenPutsItIntoTheQueue() throws Exception {
        HttpAnswer accepted = call("plain", order("throw"), Map.of("x-amz-invocation-type", "Event"));

        assertThat(accepted.status()).isEqualTo(202);
        JsonNode failure = FunctionBench.read(receive("failures"));
        assertThat(failure.path("requestContext").path("condition").asText()).isEqualTo("RetriesExhausted");
        assertThat(failure.path("requestContext").path("approximateInvokeCount").asInt())
                .isEqualTo(2);
        assertThat(failure.path("requestContext").path("functionArn").asText()).endsWith(":plain:$LATEST");
        assertThat(failure.path("requestPayload").path("do").asText()).isEqualTo("throw");
        assertThat(failure.path("responseContext").path("functionError").asText())
                .isEqualTo("Unhandled");
        assertThat(failure.path("responsePayload").path("errorMessage").asText())
                .isEqualTo("told to");
    }

    @Test
    void putsAnEventIntoTheQueueThatHasWaitedTooLong() throws Exception {
        call("plain:hasty", order("echo"), Map.of("x-amz-invocation-type", "Event"));

        JsonNode failure = FunctionBench.read(receive("stale"));
        assertThat(failure.path("requestContext").path("condition").asText()).isEqualTo("EventAgeExceeded");
        assertThat(failure.path("requestContext").path("functionArn").asText()).endsWith(":plain:hasty");
        assertThat(failure.has("responsePayload")).isFalse();
    }

    private static String receive(String queue) throws Exception {
        String request = "{\"QueueUrl\":\"http://any/000000000000/" + queue + "\",\"WaitTimeSeconds\":20}";
        HttpAnswer answer = bench.sqs.answer(
                new AwsCall("ReceiveMessage", Requests.of("POST", "/", request), TestPrincipal.ANYONE));
        return FunctionBench.read(text(answer))
                .path("Messages")
                .path(0)
                .path("Body")
                .asText();
    }

    @Test
    void checksADryRunAndInvokesNothing() throws Exception {
        assertThat(call("plain", "{}", Map.of("x-amz-invocation-type", "DryRun"))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void tellsThatAFunctionIsActive() throws Exception {
        String path = "/2015-03-31/functions/primed/configuration?Qualifier=live";

        HttpAnswer answer = bench.service.answer(new AwsCall("", Requests.of("GET", path, ""), TestPrincipal.ANYONE));

        JsonNode configuration = FunctionBench.read(text(answer));
        assertThat(configuration.path("State").asText()).isEqualTo("Active");
        assertThat(configuration.path("Version").asText()).isEqualTo("1");
        assertThat(configuration.path("FunctionArn").asText()).endsWith(":primed:live");
    }

    @Test
    void doesNotKnowOtherFunctions() {
        assertThatThrownBy(() -> invoke("nobody", "{}"))
                .isInstanceOf(AwsFailure.class)
                .hasMessage("Function not found: arn:aws:lambda:us-east-1:000000000000:function:nobody");
    }

    @Test
    void refusesWhoMayInvokeAnotherFunctionOnly() {
        var call = new AwsCall(
                "",
                Requests.of("POST", path("plain"), "{}"),
                new TestPrincipal("lambda:InvokeFunction", "arn:aws:lambda:us-east-1:000000000000:function:broken"));

        assertThatThrownBy(() -> bench.service.answer(call))
                .isInstanceOf(AwsFailure.class)
                .hasMessageContaining("is not authorized to perform: lambda:InvokeFunction on resource: "
                        + "arn:aws:lambda:us-east-1:000000000000:function:plain");
    }

    @Test
    void refusesAnEventThatIsNotJson() {
        assertThatThrownBy(() -> invoke("plain", "{"))
                .isInstanceOf(AwsFailure.class)
                .hasMessageStartingWith("Could not parse request body into json");
    }

    private static String order(String what) {
        return "{\"do\":\"" + what + "\"}";
    }

    private static String path(String function) {
        return "/2015-03-31/functions/" + function + "/invocations";
    }

    private static HttpAnswer invoke(String function, String event) throws Exception {
        return call(function, event, Map.of());
    }

    private static HttpAnswer call(String function, String event, Map<String, String> headers) throws Exception {
        return bench.service.answer(
                new AwsCall("", Requests.of("POST", path(function), event, headers), TestPrincipal.ANYONE));
    }

    private static String text(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
