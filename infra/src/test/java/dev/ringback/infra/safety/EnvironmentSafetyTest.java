package dev.ringback.infra.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.infra.RingbackApp;
import dev.ringback.infra.assembly.Assemblies;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import dev.ringback.infra.assembly.ThrowAwayRepository;
import dev.ringback.infra.environment.EnvironmentFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every environment there is, and whichever is added: nothing in it can be lost, and nothing goes unseen. */
class EnvironmentSafetyTest {
    private static final Set<String> THROW_AWAY = Set.of("dev", "local");

    private final ResourceTypes types = ResourceTypes.judged();
    private final Assemblies assemblies;

    EnvironmentSafetyTest(@Synthesized Assemblies assemblies) {
        this.assemblies = assemblies;
    }

    static List<String> all() throws IOException {
        return ThrowAwayRepository.realEnvironments();
    }

    static List<String> kept() throws IOException {
        EnvironmentFiles files = new EnvironmentFiles(Path.of("../environments"));
        return all().stream().filter(name -> files.read(name).keepData()).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void dataIsKeptUnlessTheEnvironmentIsThrowAway(String environment) throws IOException {
        assertThat(kept().contains(environment)).isEqualTo(!THROW_AWAY.contains(environment));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatHoldsDataIsProtected(String environment) {
        assertThat(new KeptData(types, Pinned.reviewed(types, environment)).breaches(templates(environment)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void stacksRefuseDeletion(String environment) {
        Assembly assembly = assemblies.of(environment);
        assertThat(assembly.templates())
                .extracting(StackTemplate::name)
                .allSatisfy(stack -> assertThat(assembly.manifestOf(stack)
                                .at("/properties/terminationProtection")
                                .booleanValue())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatMustStayTheSameIsTheSame(String environment) {
        assertThat(Pinned.reviewed(types, environment).breaches(templates(environment)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTypeOfResourceHasBeenJudged(String environment) {
        assertThat(types.noneUnjudged().breaches(templates(environment))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void logsEndSomeDay(String environment) {
        assertThat(new BoundedLogs().breaches(templates(environment))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void somebodyIsToldOfEveryFunctionThatFails(String environment) {
        assertThat(new AlarmedFunctions().breaches(templates(environment))).isEmpty();
    }

    @Test
    void aFunctionOfOneActionIsWatchedItsLogsEndAndItsRoleIsNarrowToo(@TempDir Path root) throws IOException {
        ThrowAwayRepository.in(root).withOwnFunctions();
        RingbackApp.synthesize(root, "prod", root.resolve("out"));
        List<StackTemplate> templates = new Assembly("prod", root.resolve("out")).templates();
        assertThat(new AlarmedFunctions().breaches(templates)).isEmpty();
        assertThat(new BoundedLogs().breaches(templates)).isEmpty();
        assertThat(new NarrowRoles().breaches(templates)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "local"})
    void aThrowAwayEnvironmentLeavesNothingBehind(String environment) {
        assertThat(new NothingLeft().breaches(templates(environment))).isEmpty();
        assertThat(assemblies.of(environment).templates())
                .noneMatch(template -> assemblies
                        .of(environment)
                        .manifestOf(template.name())
                        .at("/properties/terminationProtection")
                        .booleanValue());
    }

    @ParameterizedTest
    @MethodSource("all")
    void noRoleMayDoMoreThanItNames(String environment) {
        assertThat(new NarrowRoles().breaches(templates(environment))).isEmpty();
    }

    private List<StackTemplate> templates(String environment) {
        return assemblies.of(environment).templates();
    }
}
