package dev.ringback.operations.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.operations.NotPossible;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

class StacksTest {
    private final FakeAws aws = new FakeAws();
    private final Cloud cloud = aws.cloud();
    private final Stacks stacks = new Stacks(cloud, "dev");

    StacksTest() throws IOException {}

    @AfterEach
    void close() {
        cloud.close();
        aws.close();
    }

    @Test
    void findsAnOutput() {
        aws.stack("GraphqlUrl", "https://api.example.com/graphql");

        assertThat(stacks.output("Directory", "GraphqlUrl")).isEqualTo("https://api.example.com/graphql");
        assertThat(aws.bodies()).singleElement().asString().contains("StackName=ringback-dev-Directory");
    }

    @Test
    void saysWhichOutputIsMissing() {
        aws.stack("Other", "x");

        assertThatThrownBy(() -> stacks.output("Directory", "GraphqlUrl"))
                .isInstanceOf(NotPossible.class)
                .hasMessage("the stack ringback-dev-Directory has no output GraphqlUrl; deploy it again");
    }

    @Test
    void saysWhichStackIsMissing() {
        String missing = Xml.refusal("ValidationError", "Stack with id ringback-dev-Data does not exist");
        aws.on("DescribeStacks", 400, missing).on("ListStackResources", 400, missing);
        String message = "there is no stack ringback-dev-Data in eu-central-1; deploy it with ./ringback deploy dev";

        assertThatThrownBy(() -> stacks.output("Data", "BandwidthSecretName")).hasMessage(message);
        assertThatThrownBy(() -> stacks.table("Data", "Calls")).hasMessage(message);
    }

    @Test
    void leavesOtherRefusalsAsTheyAre() {
        aws.on("DescribeStacks", 403, Xml.refusal("AccessDenied", "User: x is not authorized"));

        assertThatThrownBy(() -> stacks.output("Data", "BandwidthSecretName"))
                .isInstanceOfSatisfying(
                        CloudFormationException.class,
                        e -> assertThat(Failures.text(e))
                                .isEqualTo("CloudFormation answered AccessDenied: User: x is not authorized"));
    }

    @Test
    void findsATableAmongOthersOnASecondPage() {
        aws.on("ListStackResources", 200, Xml.resources(Optional.of("more"), table("CallsArchive1A2B3C4D", "archive")))
                .on("ListStackResources", 200, Xml.resources(Optional.empty(), table("Calls3682725C", "calls-table")));

        assertThat(stacks.table("Data", "Calls")).isEqualTo("calls-table");
    }

    @Test
    void findsResourcesOfOneType() {
        aws.stack("O", "v", table("Calls3682725C", "calls"), new String[] {"Live", "AWS::Lambda::Alias", "arn:live"});

        assertThat(stacks.resources("Calling", "AWS::Lambda::Alias")).containsExactly("arn:live");
    }

    private static String[] table(String logicalId, String name) {
        return new String[] {logicalId, "AWS::DynamoDB::Table", name};
    }
}
