package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.ThrowAwayRepository;
import dev.ringback.infra.directory.DirectoryCode;
import dev.ringback.infra.environment.EnvironmentFiles;
import dev.ringback.infra.environment.PushChannel;
import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.function.BuiltFunctions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CloudFormationValidatePlugin;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.sqs.Queue;

/** The environments the project ships, held to what {@code cdk synth --strict} asks of them. */
class RealEnvironmentsTest {
    private static final Set<String> THROW_AWAY = Set.of("dev", "local");

    /** Registered by hand, because the environment of the tests switches it off; its rules are dear to load, so once. */
    private static final CloudFormationValidatePlugin VALIDATION = new CloudFormationValidatePlugin();

    /** In memory, findings are in what is thrown rather than on the console. */
    private static final Map<String, Object> CONTEXT =
            Map.of(RingbackApp.STRICT, true, "@aws-cdk/core:appMode", "inmemory");

    @TempDir
    private Path root;

    static List<String> names() throws IOException {
        return ThrowAwayRepository.realEnvironments();
    }

    static Stream<Settings> settings() throws IOException {
        EnvironmentFiles files = new EnvironmentFiles(Path.of("../environments"));
        return names().stream().map(files::read);
    }

    @Test
    void thereAreFour() throws IOException {
        assertThat(names()).contains("dev", "local", "prod", "staging");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void passwordsAreSentOnALaptopOnly(Settings settings) {
        assertThat(settings.signIn().allowPasswordAuth())
                .isEqualTo(settings.environment().equals("local"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void noPushLetsItsHolderJoinACall(Settings settings) {
        assertThat(settings.push().includeParticipantToken()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void theDirectoryIsGuardedUnlessTheEnvironmentIsThrowAway(Settings settings) {
        boolean throwAway = THROW_AWAY.contains(settings.environment());
        assertThat(settings.directory().introspection()).isEqualTo(throwAway);
        assertThat(settings.directory().rateLimit().isPresent()).isEqualTo(!throwAway);
    }

    @Test
    void aLaptopHasEveryChannel() {
        Settings local = new EnvironmentFiles(Path.of("../environments")).read("local");
        assertThat(local.push().channels()).containsOnlyKeys(PushChannel.values());
    }

    @ParameterizedTest
    @MethodSource("names")
    void synthHasNoUnacknowledgedFinding(String environment) throws IOException {
        App app = app(environment);
        Validations.of(app).addPlugins(VALIDATION);
        build(app, environment);
        app.synth();
        assertThat(report(environment))
                .anySatisfy(plugin -> assertThat(plugin.toString()).contains("CloudFormation Validate", "W3696"))
                .allSatisfy(plugin -> {
                    assertThat(plugin.path("conclusion").asText()).isEqualTo("success");
                    assertThat(plugin.path("violations")).isEmpty();
                });
    }

    @Test
    void aFindingOfCdkNagStopsSynth() throws IOException {
        App app = app("dev");
        new Queue(build(app, "dev").push(), "QueueWithoutEncryption");
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(app::synth)
                .withMessageContaining("AwsSolutions-SQS4");
    }

    @Test
    void anUnacknowledgedWarningStopsSynth() throws IOException {
        App app = app("dev");
        Annotations.of(build(app, "dev").push()).addWarningV2("test:warning", "A warning of this test");
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(app::synth)
                .withMessageContaining("A warning of this test");
    }

    private App app(String environment) throws IOException {
        ThrowAwayRepository.in(root).withOwnFunctions();
        return new App(RingbackApp.properties(new RepositoryRoot(root), CONTEXT)
                .outdir(outdir(environment).toString())
                .build());
    }

    private Ringback build(App app, String environment) {
        Settings settings = new EnvironmentFiles(root.resolve("environments")).read(environment);
        return Ringback.in(app, BuiltFunctions.below(root), DirectoryCode.in(root.resolve("graphql")), settings);
    }

    private Path outdir(String environment) {
        return root.resolve("cdk.out").resolve(environment);
    }

    private JsonNode report(String environment) {
        return new Assembly(environment, outdir(environment))
                .documents()
                .get("validation-report.json")
                .path("pluginReports");
    }
}
