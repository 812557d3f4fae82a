package dev.ringback.infra.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./ringback diff}, in a project that is built and whose CDK writes one template. */
class DiffScriptTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String STACK = "ringback-dev-Data.template.json";
    private static final String TABLE = "{\"Resources\":{\"Calls\":{\"Type\":\"AWS::DynamoDB::Table\"}}}";

    @TempDir
    private Path project;

    @BeforeEach
    void makeAProject() throws IOException {
        for (String source : List.of("pom.xml", "lambdas", "appsync-js", "appsync-schema", "operations", "local")) {
            Files.createDirectories(project.resolve(source));
        }
        copy("ringback");
        write(
                "infra/diff/main.mjs",
                "await import('" + ROOT.resolve("infra/diff/main.mjs").toUri() + "');");
        cdk("mkdir -p \"$2\"; cp synthesized.json \"$2/" + STACK + "\"");
        script("infra/find-java", "echo " + project + "/java/bin/java");
        write("node_modules/.package-lock.json", "");
        write("package-lock.json", "");
        write("environments/dev.json", "{}");
        write("synthesized.json", TABLE);
        write(".ringback/built", "");
    }

    @Test
    void comparesWithAFolder() throws Exception {
        write("last/" + STACK, TABLE);
        assertThat(diff(0, "dev", "--against", "last")).contains("Verdict: nothing stateful is lost");
    }

    @Test
    void endsWithTwoIfSomethingWouldHurt() throws Exception {
        write("last/" + STACK, TABLE.replace("Calls", "Other"));
        assertThat(diff(2, "dev", "--against", "last"))
                .contains("! ringback-dev-Data: Other (AWS::DynamoDB::Table) is deleted");
    }

    @Test
    void comparesWithWhatIsDeployed() throws Exception {
        script("java/bin/java", "mkdir -p \"$5\" && cp \"$4/" + STACK + "\" \"$5\"");
        assertThat(diff(0, "dev")).contains("There were no differences");
    }

    @Test
    void endsWithOneIfItCannotBeSeenWhatIsDeployed() throws Exception {
        script("java/bin/java", "echo nobody is signed in >&2; exit 2");
        assertThat(diff(1, "dev")).contains("nobody is signed in").doesNotContain("Verdict");
    }

    @Test
    void endsWithOneIfSynthFails() throws Exception {
        cdk("exit 3");
        write("last/" + STACK, TABLE);
        assertThat(diff(1, "dev", "--against", "last")).doesNotContain("Verdict");
    }

    @Test
    void aFolderWithoutTemplatesIsNotTakenForNothingDeployed() throws Exception {
        assertThat(diff(1, "dev", "--against", "environments")).contains("there are no templates in environments");
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws Exception {
        assertThat(diff(1, "dev", "--loud")).contains("what is --loud for?");
        assertThat(diff(1, "dev", "--against")).contains("name one folder of templates behind --against");
    }

    private String diff(int exitCode, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("bash", project.resolve("ringback").toString(), "diff"));
        command.addAll(List.of(arguments));
        Process script = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(printed).isEqualTo(exitCode);
        return printed;
    }

    private void cdk(String whatItDoes) throws IOException {
        script("node_modules/.bin/cdk", "while [ \"$1\" != --output ]; do shift; done; " + whatItDoes);
    }

    private void copy(String file) throws IOException {
        Files.copy(ROOT.resolve(file), project.resolve(file));
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
