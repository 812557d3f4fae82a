package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Synthesized;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must outlive a mistake: the stateful resources, and their logical ids, since a new id is a new, empty resource. */
class KeptDataTest {
    private static final Set<String> STATEFUL = Set.of(
            "AWS::Cognito::UserPool",
            "AWS::Cognito::UserPoolClient",
            "AWS::Cognito::UserPoolGroup",
            "AWS::DynamoDB::Table",
            "AWS::SecretsManager::Secret",
            "AWS::Pinpoint::App",
            "AWS::AppSync::GraphQLApi",
            "AWS::SQS::Queue",
            "AWS::Events::EventBus");
    private static final Set<String> KEPT = Set.of(
            "AWS::Cognito::UserPool", "AWS::DynamoDB::Table", "AWS::SecretsManager::Secret", "AWS::Logs::LogGroup");

    /** Copies of the last changes to people, which nobody misses. */
    private static final String DELTA = "PeopleDelta3829737A";

    @Test
    void statefulResourcesKeepTheirLogicalIds(@Synthesized("full") Assembly full) {
        assertThat(ids(full, STATEFUL))
                .containsExactlyInAnyOrder(
                        "UserPool6BA7E5F2",
                        "MobileClientA77E8195",
                        "Operators93109ECD",
                        "PeopleE38C8D03",
                        DELTA,
                        "ApiGraphqlApi7E3125EF",
                        "DeviceInfoE8C729C0",
                        "Calls3682725C",
                        "BandwidthSecret",
                        "Application",
                        "PushFailuresC53973B7",
                        "RingTimeoutsQueue12862163",
                        "RingTimeoutsDeadLettersD0406D80",
                        "CallStreamFailures8A222D17",
                        "StopRingingDeadLetters8D36C52D",
                        "CallEventsBus7D857237");
    }

    @Test
    void logicalIdsDoNotDependOnTheEnvironment(@Synthesized("full") Assembly full, @Synthesized("bare") Assembly bare) {
        assertThat(ids(bare, STATEFUL)).isEqualTo(ids(full, STATEFUL));
    }

    @Test
    void whatIsKeptOutlivesItsStack(@Synthesized("full") Assembly full) {
        assertThat(resources(full, KEPT)).hasSize(11).allSatisfy(resource -> {
            assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Retain");
            assertThat(resource.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        });
    }

    @Test
    void aThrowAwayEnvironmentLeavesNothingBehind(@Synthesized("bare") Assembly bare) {
        assertThat(resources(bare, KEPT)).hasSize(11).allSatisfy(resource -> {
            assertThat(resource.path("DeletionPolicy").asText()).isEqualTo("Delete");
            assertThat(resource.path("UpdateReplacePolicy").asText()).isEqualTo("Delete");
        });
    }

    @Test
    void tablesRefuseDeletionWhereDataIsKept(@Synthesized("full") Assembly full) {
        assertThat(resources(full, Set.of("AWS::DynamoDB::Table")))
                .allSatisfy(table -> assertThat(table.at("/Properties/DeletionProtectionEnabled")
                                .booleanValue())
                        .isTrue());
    }

    @Test
    void changesOfPeopleGoWithTheirStack(@Synthesized("full") Assembly full) {
        JsonNode delta = full.template("Data").resources().get(DELTA);
        assertThat(delta.path("DeletionPolicy").asText()).isEqualTo("Delete");
        assertThat(delta.path("Properties").has("DeletionProtectionEnabled")).isFalse();
    }

    @Test
    void stacksRefuseDeletionWhereDataIsKept(@Synthesized("full") Assembly full, @Synthesized("bare") Assembly bare) {
        assertThat(Stream.of("Identity", "Data", "Directory", "Push", "Calling", "Operations"))
                .allSatisfy(stack -> {
                    assertThat(terminationProtection(full, stack)).isTrue();
                    assertThat(terminationProtection(bare, stack)).isFalse();
                });
    }

    private static boolean terminationProtection(Assembly assembly, String stack) {
        return assembly.manifestOf(stack)
                .at("/properties/terminationProtection")
                .booleanValue();
    }

    private static Set<String> ids(Assembly assembly, Set<String> types) {
        return entries(assembly, types).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static List<JsonNode> resources(Assembly assembly, Set<String> types) {
        return entries(assembly, types)
                .filter(entry -> !entry.getKey().equals(DELTA))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Stream<Map.Entry<String, JsonNode>> entries(Assembly assembly, Set<String> types) {
        return assembly.templates().stream()
                .flatMap(template -> template.resources().entrySet().stream())
                .filter(entry -> types.contains(entry.getValue().path("Type").asText()));
    }
}
