package dev.ringback.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ValueTest {
    private final StackBench bench = new StackBench();

    @Test
    void resolvesReferencesToResources() {
        assertThat(bench.value("{\"Ref\": \"Other\"}")).isEqualTo("other");
    }

    @Test
    void resolvesAttributesInBothWritings() {
        assertThat(bench.value("{\"Fn::GetAtt\": [\"Other\", \"Arn\"]}")).isEqualTo("arn:other");
        assertThat(bench.value("{\"Fn::GetAtt\": \"Other.A.B\"}")).isEqualTo("deep");
    }

    @Test
    void resolvesPseudoParameters() {
        assertThat(bench.value(
                        "{\"Fn::Sub\": \"${AWS::Partition} ${AWS::Region} ${AWS::AccountId} ${AWS::StackName}\"}"))
                .isEqualTo("aws us-east-1 000000000000 stack");
    }

    @Test
    void fillsTextsWithGivenValuesAndLeavesLiterals() {
        assertThat(bench.value("{\"Fn::Sub\": [\"${Other.Arn}/${Mine}/${!Kept}\", {\"Mine\": {\"Ref\": \"Other\"}}]}"))
                .isEqualTo("arn:other/other/${Kept}");
    }

    @Test
    void joinsSplitsAndSelects() {
        assertThat(bench.value("{\"Fn::Select\": [\"1\", {\"Fn::Split\": [\":\","
                        + " {\"Fn::Join\": [\":\", [\"a\", {\"Ref\": \"Other\"}, \"c\"]]}]}]}"))
                .isEqualTo("other");
    }

    @Test
    void looksUpMappings() {
        assertThat(bench.value("{\"Fn::FindInMap\": [\"Sizes\", {\"Ref\": \"AWS::Region\"}, \"small\"]}"))
                .isEqualTo("1");
    }

    @Test
    void takesTheDefaultsOfParameters() {
        assertThat(bench.value("{\"Ref\": \"Colour\"}")).isEqualTo("red");
    }

    @Test
    void choosesByConditions() {
        assertThat(bench.value("{\"Fn::If\": [\"IsRed\", \"yes\", \"no\"]}")).isEqualTo("yes");
        assertThat(bench.value("{\"Fn::If\": [\"IsNeither\", \"yes\", \"no\"]}"))
                .isEqualTo("no");
    }

    @Test
    void leavesOutWhatHasNoValue() {
        bench.createWith("{\"Fn::If\": [\"IsRed\", {\"Ref\": \"AWS::NoValue\"}, \"no\"]}");

        assertThat(bench.thing().properties().has("Value")).isFalse();
    }

    @Test
    void replacesDynamicReferencesToSecrets() {
        assertThat(bench.value("\"{{resolve:secretsmanager:push:SecretString:keyId}}\""))
                .isEqualTo("push/keyId!");
        assertThat(bench.value("\"{{resolve:secretsmanager:push:SecretString:::}}\""))
                .isEqualTo("push!");
        assertThat(bench.value("\"{{resolve:secretsmanager:push}}\"")).isEqualTo("push!");
        assertThat(bench.value(
                        "\"{{resolve:secretsmanager:arn:aws:secretsmanager:r:0:secret:s-1:SecretString:k::v}}\""))
                .isEqualTo("arn:aws:secretsmanager:r:0:secret:s-1/k!");
    }

    @Test
    void stopsAtAFunctionItDoesNotKnow() {
        assertThatThrownBy(() -> bench.value("{\"Fn::Cidr\": []}"))
                .hasMessage("stack, Thing (Test::Thing): Fn::Cidr is a function that the local runtime does not know.");
    }

    @Test
    void stopsAtAnAttributeThatAResourceDoesNotHave() {
        assertThatThrownBy(() -> bench.value("{\"Fn::GetAtt\": [\"Other\", \"Colour\"]}"))
                .hasMessage("stack, Thing (Test::Thing): The local runtime gives Other no attribute Colour.");
    }

    @Test
    void stopsAtAParameterThatNobodyAnswers() {
        assertThatThrownBy(() -> bench.value("{\"Ref\": \"Open\"}"))
                .hasMessageContaining("The parameter Open has no default");
    }

    @Test
    void stopsAtAnOtherDynamicReference() {
        assertThatThrownBy(() -> bench.value("\"{{resolve:ssm:/x}}\""))
                .hasMessageContaining("{{resolve:ssm:/x}} is not one of a secret");
    }
}
