package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.ThrowAwayRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RingbackAppTest {
    @TempDir
    private Path root;

    private ThrowAwayRepository repository;

    @BeforeEach
    void makeRepository() throws IOException {
        repository = ThrowAwayRepository.in(root);
    }

    /** In another JVM, since the order of some collections is drawn once a JVM. */
    @Test
    void theSameInputGivesTheSameBytesInAnotherProcess() throws IOException, InterruptedException {
        Outcome outcome = run("full", "again");
        assertThat(outcome.exitCode()).as(outcome.error()).isZero();
        assertThat(files("again")).isEqualTo(synthesized("full", "once").files());
    }

    @Test
    void newCodeGivesANewVersionOfItsFunctionOnly() throws IOException {
        Assembly before = synthesized("full", "before");
        repository.writeCode("call-api", "changed code");
        Assembly after = synthesized("full", "after");
        assertThat(versions(after, "Calling"))
                .filteredOn(version -> !versions(before, "Calling").contains(version))
                .singleElement()
                .asString()
                .startsWith("CallApiFunction");
        assertThat(versions(after, "Push")).isEqualTo(versions(before, "Push"));
    }

    @Test
    void whatSynthRefusesIsOneSentence() throws IOException, InterruptedException {
        Outcome outcome = run("qa", "out");
        assertThat(outcome.error())
                .isEqualTo("There is no environment \"qa\"; choose one by -c env=NAME:"
                        + " bare, dev, full, local, prod, staging.\n");
        assertThat(outcome.exitCode()).isOne();
    }

    @Test
    void synthWithoutAnEnvironmentListsThem() throws IOException, InterruptedException {
        Outcome outcome = run();
        assertThat(outcome.error())
                .endsWith(
                        "No environment is chosen; choose one by -c env=NAME: bare, dev, full, local, prod, staging.\n");
        assertThat(outcome.exitCode()).isOne();
    }

    @Test
    void nothingIsWrittenWhenAFunctionIsNotBuilt() throws IOException {
        Files.delete(root.resolve("lambdas/call-api/target/function/lib/call-api-1.0.jar"));
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(() -> synthesized("full", "out"))
                .withMessage("lambdas/call-api is not built; run ./ringback build.");
        assertThat(root.resolve("out")).doesNotExist();
    }

    @Test
    void nothingIsWrittenWhenAFieldHasNoResolver() throws IOException {
        Files.delete(root.resolve("graphql/resolvers/Query.getPerson.js"));
        assertThatExceptionOfType(SynthRefused.class)
                .isThrownBy(() -> synthesized("full", "out"))
                .withMessage("Query.getPerson of graphql/schema.graphql has no resolver;"
                        + " it belongs into graphql/resolvers/Query.getPerson.js.");
        assertThat(root.resolve("out")).doesNotExist();
    }

    private Assembly synthesized(String environment, String outdir) {
        RingbackApp.synthesize(root, environment, root.resolve(outdir));
        return new Assembly(environment, root.resolve(outdir));
    }

    private Object files(String outdir) {
        return new Assembly("full", root.resolve(outdir)).files();
    }

    private static Set<String> versions(Assembly assembly, String stack) {
        return assembly.template(stack).resources("AWS::Lambda::Version").keySet();
    }

    private record Outcome(int exitCode, String error) {}

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                RingbackApp.class.getName()));
        command.addAll(List.of(arguments));
        Path error = root.resolve("stderr");
        int exitCode = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(error.toFile())
                .start()
                .waitFor();
        return new Outcome(exitCode, Files.readString(error));
    }
}
