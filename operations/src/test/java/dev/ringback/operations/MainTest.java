package dev.ringback.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.operations.cloud.FakeAws;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final String NO_STACK =
            "<ErrorResponse><Error><Code>ValidationError</Code><Message>It does not exist</Message></Error></ErrorResponse>";

    @TempDir
    private Path root;

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeEach
    void twoEnvironments() throws IOException {
        Files.createDirectories(root.resolve("environments"));
        Files.createDirectories(root.resolve(".ringback"));
        Files.writeString(root.resolve("environments/dev.json"), "{\"region\":\"eu-central-1\"}");
        Files.writeString(root.resolve("environments/local.json"), "{}");
    }

    @Test
    void saysHowItIsUsed() {
        assertThat(run("timeline", "dev")).isEqualTo(2);
        assertThat(errors()).startsWith("Name a CALL_ID.\nusage: ./ringback timeline ENV CALL_ID\n");
    }

    @Test
    void namesTheEnvironmentsThereAre() {
        assertThat(run("doctor", "prod")).isEqualTo(2);
        assertThat(errors()).isEqualTo("ringback: name one of these environments: dev local\n");
    }

    @Test
    void readsNoFileOutsideOfTheEnvironments() throws IOException {
        Files.writeString(root.resolve("dev.json"), "{}");

        assertThat(run("doctor", "../dev")).isEqualTo(2);
        assertThat(errors()).startsWith("ringback: name one of these environments");
    }

    @Test
    void saysThatNobodyIsSignedIn() {
        assertThat(run("timeline", "dev", "call-1")).isEqualTo(2);
        assertThat(errors())
                .isEqualTo(
                        "ringback: no AWS credentials; sign in as for the AWS CLI, with AWS_PROFILE or aws sso login\n");
    }

    @Test
    void saysThatTheLocalBackendDoesNotRun() {
        assertThat(run("doctor", "local")).isEqualTo(2);
        assertThat(errors()).isEqualTo("ringback: no local backend is running; start it with ./ringback up\n");
    }

    @Test
    void saysThatNobodyAnswersAnyMore() throws IOException {
        // A port that nothing can listen on.
        Files.writeString(
                root.resolve(".ringback/endpoints.json"),
                "{\"awsEndpoint\":\"http://127.0.0.1:1\",\"region\":\"us-east-1\"}");

        assertThat(run("doctor", "local")).isEqualTo(2);
        assertThat(errors()).startsWith("ringback: AWS could not be asked: ").contains("refused");
    }

    @Test
    void endsWithTwoWhenItFailsUnexpectedly() throws IOException {
        Files.writeString(
                root.resolve(".ringback/endpoints.json"), "{\"awsEndpoint\":\"no address\",\"region\":\"us-east-1\"}");

        assertThat(run("doctor", "local")).isEqualTo(2);
        assertThat(errors())
                .startsWith("ringback: failed unexpectedly, with IllegalArgumentException at ")
                .hasLineCount(1);
    }

    @Test
    void endsWithTwoWhenTheLastStackIsMissing() throws IOException {
        try (FakeAws aws = new FakeAws()) {
            aws.on("DescribeStacks", 400, NO_STACK);
            Files.writeString(
                    root.resolve(".ringback/endpoints.json"),
                    "{\"awsEndpoint\":\"" + aws.endpoint() + "\",\"region\":\"us-east-1\"}");

            assertThat(run("doctor", "local")).isEqualTo(2);
        }
        assertThat(errors()).startsWith("ringback: there is no stack ringback-local-Calling in us-east-1;");
    }

    private int run(String... arguments) {
        PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8);
        return new Main(root, Map.of(), System.out, err).run(arguments);
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
