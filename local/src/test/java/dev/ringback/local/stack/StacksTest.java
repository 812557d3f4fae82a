package dev.ringback.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StacksTest {
    private final List<ResourceDeclaration> created = new ArrayList<>();
    private final Deployment deployment = new Deployment(Account.DEFAULT, StacksTest::secret);
    private final List<ResourceDeclaration> parts = new ArrayList<>();
    private final Stacks stacks =
            new Stacks(deployment, List.of(new Things("Test::Thing", created), new Things("Test::Part", parts)));

    /** Makes things whose {@code Ref} is their logical id in lower case. */
    private record Things(String type, List<ResourceDeclaration> made) implements ResourceProvider {
        @Override
        public Set<String> types() {
            return Set.of(type);
        }

        @Override
        public Provisioned create(ResourceDeclaration declaration) {
            made.add(declaration);
            String ref = declaration.logicalId().toLowerCase(java.util.Locale.ROOT);
            return new Provisioned(ref, Map.of("Arn", "arn:" + ref, "A.B", "deep"));
        }
    }

    private static String secret(String name, Optional<String> key) {
        return name + key.map(text -> "/" + text).orElse("") + "!";
    }

    @Test
    void resolvesReferencesToResources() {
        assertThat(value("{\"Ref\": \"Other\"}")).isEqualTo("other");
    }

    @Test
    void resolvesAttributesInBothWritings() {
        assertThat(value("{\"Fn::GetAtt\": [\"Other\", \"Arn\"]}")).isEqualTo("arn:other");
        assertThat(value("{\"Fn::GetAtt\": \"Other.A.B\"}")).isEqualTo("deep");
    }

    @Test
    void resolvesPseudoParameters() {
        assertThat(value("{\"Fn::Sub\": \"${AWS::Partition} ${AWS::Region} ${AWS::AccountId} ${AWS::StackName}\"}"))
                .isEqualTo("aws us-east-1 000000000000 stack");
    }

    @Test
    void fillsTextsWithGivenValuesAndLeavesLiterals() {
        assertThat(value("{\"Fn::Sub\": [\"${Other.Arn}/${Mine}/${!Kept}\", {\"Mine\": {\"Ref\": \"Other\"}}]}"))
                .isEqualTo("arn:other/other/${Kept}");
    }

    @Test
    void joinsSplitsAndSelects() {
        assertThat(value("{\"Fn::Select\": [\"1\", {\"Fn::Split\": [\":\","
                        + " {\"Fn::Join\": [\":\", [\"a\", {\"Ref\": \"Other\"}, \"c\"]]}]}]}"))
                .isEqualTo("other");
    }

    @Test
    void looksUpMappings() {
        assertThat(value("{\"Fn::FindInMap\": [\"Sizes\", {\"Ref\": \"AWS::Region\"}, \"small\"]}"))
                .isEqualTo("1");
    }

    @Test
    void takesTheDefaultsOfParameters() {
        assertThat(value("{\"Ref\": \"Colour\"}")).isEqualTo("red");
    }

    @Test
    void choosesByConditions() {
        assertThat(value("{\"Fn::If\": [\"IsRed\", \"yes\", \"no\"]}")).isEqualTo("yes");
        assertThat(value("{\"Fn::If\": [\"IsNeither\", \"yes\", \"no\"]}")).isEqualTo("no");
    }

    @Test
    void leavesOutWhatHasNoValue() {
        createWith("{\"Fn::If\": [\"IsRed\", {\"Ref\": \"AWS::NoValue\"}, \"no\"]}");

        assertThat(thing().properties().has("Value")).isFalse();
    }

    @Test
    void replacesDynamicReferencesToSecrets() {
        assertThat(value("\"{{resolve:secretsmanager:push:SecretString:keyId}}\""))
                .isEqualTo("push/keyId!");
        assertThat(value("\"{{resolve:secretsmanager:push:SecretString:::}}\"")).isEqualTo("push!");
        assertThat(value("\"{{resolve:secretsmanager:push}}\"")).isEqualTo("push!");
        assertThat(value("\"{{resolve:secretsmanager:arn:aws:secretsmanager:r:0:secret:s-1:SecretString:k::v}}\""))
                .isEqualTo("arn:aws:secretsmanager:r:0:secret:s-1/k!");
    }

    @Test
    void createsResourcesBehindThoseTheyReferToOrDependOn() {
        create("""
                {"Resources": {
                  "A": {"Type": "Test::Thing", "Properties": {"Value": {"Fn::Sub": "${B.Arn}"}}},
                  "B": {"Type": "Test::Thing", "DependsOn": ["C"]},
                  "C": {"Type": "Test::Thing"}}}
                """);

        assertThat(created).extracting(ResourceDeclaration::logicalId).containsExactly("C", "B", "A");
    }

    @Test
    void createsNothingWhoseConditionDoesNotHold() {
        createWith("1");

        assertThat(created).extracting(ResourceDeclaration::logicalId).doesNotContain("Absent");
    }

    @Test
    void importsWhatAnotherStackExports() {
        create(
                "exporter",
                "{\"Outputs\": {\"O\": {\"Value\": \"v\", \"Export\": {\"Name\": {\"Fn::Sub\": \"${AWS::StackName}:o\"}}}}}");

        assertThat(value("{\"Fn::ImportValue\": \"exporter:o\"}")).isEqualTo("v");
        assertThat(value("{\"Fn::GetStackOutput\": {\"StackName\": \"exporter\", \"OutputName\": \"O\"}}"))
                .isEqualTo("v");
    }

    @Test
    void givesAResourceTheSameIdInEveryRun() {
        create("{\"Resources\": {\"A\": {\"Type\": \"Test::Thing\"}}}");
        create("{\"Resources\": {\"A\": {\"Type\": \"Test::Thing\"}}}");

        assertThat(created.getFirst().physicalId())
                .isEqualTo(created.getLast().physicalId())
                .matches("[a-z0-9]{12}");
    }

    @Test
    void namesTheCircleInWhichResourcesWait() {
        assertThatThrownBy(() -> create("""
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
                        () -> create(
                                "{\"Resources\": {\"A\": {\"Type\": \"Test::Thing\"}, \"B\": {\"Type\": \"AWS::Chime::Phone\"}}}"))
                .hasMessage("stack: B is of type AWS::Chime::Phone, which the local runtime does not know.");
        assertThat(created).isEmpty();
    }

    @Test
    void passesOverTypesWithoutLocalEffect() {
        create(
                "{\"Resources\": {\"A\": {\"Type\": \"AWS::CloudWatch::Alarm\", \"Properties\": {\"X\": {\"Fn::Odd\": 1}}}}}");

        assertThat(created).isEmpty();
    }

    @Test
    void stopsAtAFunctionItDoesNotKnow() {
        assertThatThrownBy(() -> value("{\"Fn::Cidr\": []}"))
                .hasMessage("stack, Thing (Test::Thing): Fn::Cidr is a function that the local runtime does not know.");
    }

    @Test
    void stopsAtAnAttributeThatAResourceDoesNotHave() {
        assertThatThrownBy(() -> value("{\"Fn::GetAtt\": [\"Other\", \"Colour\"]}"))
                .hasMessage("stack, Thing (Test::Thing): The local runtime gives Other no attribute Colour.");
    }

    @Test
    void stopsAtAParameterThatNobodyAnswers() {
        assertThatThrownBy(() -> value("{\"Ref\": \"Open\"}"))
                .hasMessageContaining("The parameter Open has no default");
    }

    @Test
    void stopsAtAnOtherDynamicReference() {
        assertThatThrownBy(() -> value("\"{{resolve:ssm:/x}}\""))
                .hasMessageContaining("{{resolve:ssm:/x}} is not one of a secret");
    }

    @Test
    void createsTheResourcesOfOneProviderAgainAmongThoseThatAreThere() {
        create("""
                {"Resources": {
                  "A": {"Type": "Test::Thing"},
                  "B": {"Type": "Test::Part", "Properties": {"Value": {"Fn::GetAtt": "A.Arn"}}}}}
                """);

        recreate("""
                {"Resources": {
                  "A": {"Type": "Test::Thing", "Properties": {"Value": "changed"}},
                  "B": {"Type": "Test::Part", "Properties": {"Value": {"Fn::Sub": "again ${A.Arn}"}}},
                  "C": {"Type": "Test::Part", "Properties": {"Value": {"Ref": "B"}}}}}
                """);

        assertThat(parts)
                .extracting(
                        ResourceDeclaration::logicalId,
                        part -> part.properties().path("Value").asText())
                .containsExactly(tuple("B", "arn:a"), tuple("B", "again arn:a"), tuple("C", "b"));
        assertThat(created).extracting(ResourceDeclaration::logicalId).containsExactly("A");
    }

    @Test
    void doesNotKnowInAnotherEditionWhatWasNotCreated() {
        create("{\"Resources\": {}}");

        assertThatThrownBy(() -> recreate("""
                        {"Resources": {
                          "A": {"Type": "Test::Thing"},
                          "B": {"Type": "Test::Part", "Properties": {"Value": {"Ref": "A"}}}}}
                        """))
                .hasMessage("stack, B (Test::Part): A is no resource that exists here and no parameter.");
    }

    @Test
    void namesTheResourcesThatAnotherEditionHasOtherwise() {
        create("""
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

        assertThat(stacks.differences(List.of(new Template("stack", read(edition))), Set.of("Test::Part")))
                .containsExactly(
                        "stack, Changed (Test::Thing)", "stack, Gone (Test::Thing)", "stack, New (AWS::Chime::Phone)");
    }

    private void recreate(String template) {
        stacks.recreate(List.of(new Template("stack", read(template))), new Things("Test::Part", parts));
    }

    private String value(String json) {
        createWith(json);
        return thing().properties().path("Value").asText();
    }

    private ResourceDeclaration thing() {
        return created.stream()
                .filter(declaration -> declaration.logicalId().equals("Thing"))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void createWith(String value) {
        create("""
                {"Parameters": {"Colour": {"Type": "String", "Default": "red"}, "Open": {"Type": "String"}},
                 "Mappings": {"Sizes": {"us-east-1": {"small": 1}}},
                 "Conditions": {
                   "IsRed": {"Fn::Equals": [{"Ref": "Colour"}, "red"]},
                   "IsBlue": {"Fn::Equals": [{"Ref": "Colour"}, "blue"]},
                   "IsEither": {"Fn::Or": [{"Condition": "IsRed"}, {"Condition": "IsBlue"}]},
                   "IsNeither": {"Fn::And": [{"Fn::Not": [{"Condition": "IsEither"}]}, {"Condition": "IsRed"}]}},
                 "Resources": {
                   "Thing": {"Type": "Test::Thing", "Properties": {"Value": VALUE}},
                   "Absent": {"Type": "Test::Thing", "Condition": "IsBlue"},
                   "Other": {"Type": "Test::Thing"}}}
                """.replace("VALUE", value));
    }

    private void create(String template) {
        create("stack", template);
    }

    private void create(String stack, String template) {
        stacks.create(new Template(stack, read(template)));
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
