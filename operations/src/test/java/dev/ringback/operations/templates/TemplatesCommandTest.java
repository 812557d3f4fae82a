package dev.ringback.operations.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.operations.NotPossible;
import dev.ringback.operations.cloud.Cloud;
import dev.ringback.operations.cloud.FakeAws;
import dev.ringback.operations.cloud.Stacks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

class TemplatesCommandTest {
    private static final String ABSENT =
            "<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id x does not exist</Message></Error></ErrorResponse>";

    @TempDir
    private Path folder;

    private final FakeAws aws = new FakeAws();
    private final Cloud cloud = aws.cloud();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final TemplatesCommand command =
            new TemplatesCommand(new Stacks(cloud, "dev"), new PrintStream(printed, true));

    TemplatesCommandTest() throws IOException {}

    @BeforeEach
    void anAssemblyOfTwoStacks() throws IOException {
        Files.writeString(assembly().resolve("ringback-dev-Data.template.json"), "{}");
        Files.writeString(assembly().resolve("ringback-dev-Push.template.json"), "{}");
        Files.writeString(assembly().resolve("manifest.json"), "{}");
    }

    @AfterEach
    void close() {
        cloud.close();
        aws.close();
    }

    @Test
    void writesWhatIsDeployed() throws IOException {
        aws.on("GetTemplate", 200, template("{&quot;Resources&quot;:{}}")).on("GetTemplate", 400, ABSENT);

        assertThat(command.run(assembly(), target())).isZero();

        assertThat(target()).isDirectoryNotContaining("glob:**Push*");
        assertThat(target().resolve("ringback-dev-Data.template.json")).hasContent("{\"Resources\":{}}");
        assertThat(printed.toString()).isEqualTo("1 of 2 stacks are deployed in eu-central-1.\n");
        assertThat(aws.bodies().getFirst()).contains("StackName=ringback-dev-Data", "TemplateStage=Original");
    }

    @Test
    void doesNotTakeARefusalForNothing() {
        aws.on(
                "GetTemplate",
                403,
                "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized</Message></Error></ErrorResponse>");

        assertThatThrownBy(() -> command.run(assembly(), target())).isInstanceOf(CloudFormationException.class);
    }

    @Test
    void saysThatThereIsNoAssembly() {
        assertThatThrownBy(() -> command.run(folder.resolve("none"), target()))
                .isInstanceOf(NotPossible.class)
                .hasMessageContaining("none cannot be read");
    }

    private Path assembly() throws IOException {
        return Files.createDirectories(folder.resolve("assembly"));
    }

    private Path target() {
        return folder.resolve("target");
    }

    private static String template(String body) {
        return "<GetTemplateResponse><GetTemplateResult><TemplateBody>" + body
                + "</TemplateBody></GetTemplateResult></GetTemplateResponse>";
    }
}
