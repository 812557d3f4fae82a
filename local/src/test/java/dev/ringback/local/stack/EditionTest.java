package dev.ringback.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EditionTest {
    private final StackBench bench = new StackBench();

    @Test
    void createsTheResourcesOfOneProviderAgainAmongThoseThatAreThere() {
        bench.create("""
                {"Resources": {
                  "A": {"Type": "Test::Thing"},
                  "B": {"Type": "Test::Part", "Properties": {"Value": {"Fn::GetAtt": "A.Arn"}}}}}
                """);

        bench.recreate("""
                {"Resources": {
                  "A": {"Type": "Test::Thing", "Properties": {"Value": "changed"}},
                  "B": {"Type": "Test::Part", "Properties": {"Value": {"Fn::Sub": "again ${A.Arn}"}}},
                  "C": {"Type": "Test::Part", "Properties": {"Value": {"Ref": "B"}}}}}
                """);

        assertThat(bench.parts)
                .extracting(
                        ResourceDeclaration::logicalId,
                        part -> part.properties().path("Value").asText())
                .containsExactly(tuple("B", "arn:a"), tuple("B", "again arn:a"), tuple("C", "b"));
        assertThat(bench.created).extracting(ResourceDeclaration::logicalId).containsExactly("A");
    }

    @Test
    void doesNotKnowInAnotherEditionWhatWasNotCreated() {
        bench.create("{\"Resources\": {}}");

        assertThatThrownBy(() -> bench.recreate("""
                        {"Resources": {
                          "A": {"Type": "Test::Thing"},
                          "B": {"Type": "Test::Part", "Properties": {"Value": {"Ref": "A"}}}}}
                        """))
                .hasMessage("stack, B (Test::Part): A is no resource that exists here and no parameter.");
    }

    @Test
    void namesTheResourcesThatAnotherEditionHasOtherwise() {
        bench.create("""
                {"Resources": {
                  "Same": {"Type": "Test::Thing", "Properties": {"Value": {"Ref": "AWS::Region"}}},
                  "Changed": {"Type": "Test::Thing", "Properties": {"Value": 1}},
                  "Gone": {"Type": "Test::Thing"},
                  "Part": {"Type": "Test::Part"},
                  "Alarm": {"Type": "AWS::CloudWatch::Alarm"}}}
                """);
        String edition = """
                {"Conditions": {"Never": {"Fn::Equals": [1, 2]}},
                 "Resources": {
                  "Same": {"Type": "Test::Thing", "Properties": {"Value": {"Ref": "AWS::Region"}}, "Metadata": {}},
                  "Changed": {"Type": "Test::Thing", "Properties": {"Value": 2}},
                  "New": {"Type": "AWS::Chime::Phone"},
                  "Absent": {"Type": "Test::Thing", "Condition": "Never"},
                  "Part": {"Type": "Test::Part", "Properties": {"Value": 2}}}}
                """;

        assertThat(bench.stacks.differences(
                        List.of(new Template("stack", StackBench.read(edition))), Set.of("Test::Part")))
                .containsExactly(
                        "stack, Changed (Test::Thing)", "stack, Gone (Test::Thing)", "stack, New (AWS::Chime::Phone)");
    }
}
