package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./ringback new-action}, in a project of which there is only what it reads. */
class NewActionScriptTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path project;

    @BeforeEach
    void makeProject() throws IOException {
        List<String> files = new ArrayList<>(List.of(
                "ringback",
                "docs/api.md",
                "lambdas/new-action",
                "lambdas/actions/pom.xml",
                "lambdas/actions/end-call/pom.xml",
                "lambdas/call-api/pom.xml"));
        try (Stream<Path> templates = Files.list(ROOT.resolve("lambdas/action-template"))) {
            templates.map(file -> ROOT.relativize(file).toString()).forEach(files::add);
        }
        for (String file : files) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.copy(ROOT.resolve(file), project.resolve(file));
        }
        Files.createDirectories(project.resolve("lambdas/push-notifier/src/main/java/dev/ringback/pushnotifier"));
    }

    @Test
    void putsTheModuleInItsPlace() throws Exception {
        assertThat(run("forwardCall").exitCode()).isZero();
        assertThat(Files.readString(project.resolve("lambdas/actions/pom.xml")))
                .contains(
                        "<module>export-my-data</module>\n    <module>forward-call</module>\n    <module>get-call</module>");
    }

    @Test
    void putsTheLastModuleLast() throws Exception {
        assertThat(run("wakeUp").exitCode()).isZero();
        assertThat(Files.readString(project.resolve("lambdas/actions/pom.xml")))
                .contains("    <module>wake-up</module>\n  </modules>");
    }

    @Test
    void leavesNoPlaceholder() throws Exception {
        assertThat(run("forwardCall", "--own-function").exitCode()).isZero();
        try (Stream<Path> files = Files.walk(project.resolve("lambdas/actions/forward-call"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(8)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern("@\\w+@"));
        }
        assertThat(Files.readString(project.resolve("lambdas/actions/forward-call/action.json")))
                .contains("\"function\": \"own\"");
    }

    @ParameterizedTest
    @CsvSource({
        "ForwardCall,a name such as transferCall",
        "forward-call,a name such as transferCall",
        "forwardURL,a name such as transferCall",
        "../evil,a name such as transferCall",
        "f,a name such as transferCall",
        "forwardCallForwardCallForwardCallForwardCall,a name such as transferCall",
        "switch,a word of Java",
        "endCall,there is lambdas/actions/end-call already",
        "callApi,a module is named call-api already",
        "calling,a module is named calling already",
        "pushnotifier,a package is named dev.ringback.pushnotifier already",
    })
    void refusesANameThatWillNotDo(String name, String why) throws Exception {
        String modules = Files.readString(project.resolve("lambdas/actions/pom.xml"));
        Run run = run(name);
        assertThat(run.exitCode()).isOne();
        assertThat(run.error()).startsWith("ringback: ").contains(why);
        assertThat(project.resolve("lambdas/actions/pom.xml")).hasContent(modules);
    }

    @ParameterizedTest
    @CsvSource({"''", "forwardCall --own", "forwardCall another"})
    void saysHowItIsUsed(String arguments) throws Exception {
        Run run = run(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.error()).isEqualTo("usage: ./ringback new-action NAME [--own-function]\n");
    }

    private record Run(int exitCode, String error) {}

    private Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(project.resolve("ringback").toString(), "new-action"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), error);
    }
}
