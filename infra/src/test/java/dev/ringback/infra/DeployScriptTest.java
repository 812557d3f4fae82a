package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ringback deploy}, in a project that is built and whose CDK only writes outputs. */
class DeployScriptTest {
    private static final String DIRECTORY = "\"ringback-dev-Directory\": {\"AmplifyOutputs\": \"{}\"}";
    private static final String CALLING = "\"ringback-dev-Calling\": {\"ApiUrl\": \"https://a.example.com/api\"}";

    @TempDir
    private Path project;

    @BeforeEach
    void makeAProject() throws IOException {
        for (String source : new String[] {"pom.xml", "lambdas", "appsync-js", "appsync-schema", "infra", "local"}) {
            Files.createDirectories(project.resolve(source));
        }
        copy("ringback");
        copy("infra/amplify-outputs.mjs");
        script("infra/find-java", "echo " + System.getProperty("java.home") + "/bin/java");
        script(
                "node_modules/.bin/cdk",
                "while [ \"$1\" != --outputs-file ]; do shift; done; cp cdk-outputs.json \"$2\"");
        write("package-lock.json", "");
        write("node_modules/.package-lock.json", "");
        write("environments/dev.json", "{}");
        write(".ringback/built", "");
    }

    @Test
    void writesWhatAnAppNeeds() throws Exception {
        deploy("{" + DIRECTORY + "," + CALLING + "}", 0);

        assertThat(project.resolve(".ringback/dev/amplify_outputs.json"))
                .content()
                .contains("https://a.example.com/api");
    }

    @Test
    void leavesTheFileOfTheLastWholeDeployment() throws Exception {
        write(".ringback/dev/amplify_outputs.json", "the last one");

        String printed = deploy("{" + CALLING + "}", 1);

        assertThat(printed).contains("lacks outputs of the Directory or the Calling stack");
        assertThat(project.resolve(".ringback/dev/amplify_outputs.json")).hasContent("the last one");
        assertThat(project.resolve(".ringback/dev")).isDirectoryNotContaining("glob:**.new");
    }

    private String deploy(String outputs, int exitCode) throws Exception {
        write("cdk-outputs.json", outputs);
        Process script = new ProcessBuilder("bash", project.resolve("ringback").toString(), "deploy", "dev")
                .redirectErrorStream(true)
                .start();
        String printed = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(printed).isEqualTo(exitCode);
        return printed;
    }

    private void copy(String file) throws IOException {
        Files.copy(Path.of("..", file), project.resolve(file));
    }

    private void script(String file, String text) throws IOException {
        write(file, "#!/usr/bin/env bash\n" + text + "\n");
        project.resolve(file).toFile().setExecutable(true);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(project.resolve(file).getParent());
        Files.writeString(project.resolve(file), text);
    }
}
