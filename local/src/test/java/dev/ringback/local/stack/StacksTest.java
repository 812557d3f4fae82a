package dev.ringback.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StacksTest {
    private final StackBench bench = new StackBench();

    @Test
    void createsResourcesBehindThoseTheyReferToOrDependOn() {
        bench.create("""
                {"Resources": {
                  "A": {"Type": "Test::Thing", "Properties": {"Value": {"Fn::Sub": "${B.Arn}"}}},
                  "B": {"Type": "Test::Thing", "DependsOn": ["C"]},
                  "C": {"Type": "Test::Thing"}}}
                """);

        assertThat(bench.created).extracting(ResourceDeclaration::logicalId).containsExactly("C", "B", "A");
    }

    @Test
    void createsNothingWhoseConditionDoesNotHold() {
        bench.createWith("1");

        assertThat(bench.created).extracting(ResourceDeclaration::logicalId).doesNotContain("Absent");
    }

    @Test
    void importsWhatAnotherStackExports() {
        bench.create(
                "exporter",
                "{\"Outputs\": {\"O\": {\"Value\": \"v\", \"Export\": {\"Name\": {\"Fn::Sub\": \"${AWS::StackName}:o\"}}}}}");

        assertThat(bench.value("{\"Fn::ImportValue\": \"exporter:o\"}")).isEqualTo("v");
        assertThat(bench.value("{\"Fn::GetStackOutput\": {\"StackName\": \"exporter\", \"OutputName\": \"O\"}}"))
                .isEqualTo("v");
    }

    @Test
    void givesAResourceTheSameIdInEveryRun() {
        bench.create("{\"Resources\": {\"A\": {\"Type\": \"Test::Thing\"}}}");
        bench.create("{\"Resources\": {\"A\": {\"Type\": \"Test::Thing\"}}}");

        assertThat(bench.created.getFirst().physicalId())
                .isEqualTo(bench.created.getLast().physicalId())
                .matches("[a-z0-9]{12}");
    }

    @Test
    void namesTheCircleInWhichResourcesWait() {
        assertThatThrownBy(() -> bench.create("""
                        {"Resources": {
                          "A": {"Type": "Test::Thing", "Properties": {"Value": {"Ref": "B"}}},
                          "B": {"Type": "Test::Thing", "DependsOn": "A"}}}
                        """))
                .isInstanceOf(StackFailure.class)
                .hasMessage("stack: Resources wait for each other in a circle: A -> B -> A.");
    }

    @Test
    void stopsAtATypeItDoesNotKnowBeforeCreatingAnything() {
        assertThatThrownBy(
                        () -> bench.create(
                                "{\"Resources\": {\"A\": {\"Type\": \"Test::Thing\"}, \"B\": {\"Type\": \"AWS::Chime::Phone\"}}}"))
                .hasMessage("stack: B is of type AWS::Chime::Phone, which the local runtime does not know.");
        assertThat(bench.created).isEmpty();
    }

    @Test
    void passesOverTypesWithoutLocalEffect() {
        bench.create(
                "{\"Resources\": {\"A\": {\"Type\": \"AWS::CloudWatch::Alarm\", \"Properties\": {\"X\": {\"Fn::Odd\": 1}}}}}");

        assertThat(bench.created).isEmpty();
    }
}
