package dev.ringback.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.stack.Deployment;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import dev.ringback.local.stack.Stacks;
import dev.ringback.local.stack.Template;
import dev.ringback.local.testserver.Requests;
import dev.ringback.local.testserver.TestPrincipal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudFormationServiceTest {
    private final Stacks stacks =
            new Stacks(new Deployment(Account.DEFAULT, (_, _) -> "secret"), List.of(new Things()));
    private final CloudFormationService service = new CloudFormationService(stacks, Account.DEFAULT);

    private static final class Things implements ResourceProvider {
        @Override
        public Set<String> types() {
            return Set.of("Test::Thing");
        }

        @Override
        public Provisioned create(ResourceDeclaration declaration) {
            return new Provisioned("thing-of-" + declaration.logicalId(), Map.of());
        }
    }

    @BeforeEach
    void aStack() throws Exception {
        stacks.create(new Template("ringback-local-Data", new ObjectMapper().readTree("""
                        {"Resources": {"Calls1": {"Type": "Test::Thing"}},
                         "Outputs": {"Url": {"Value": "http://any?a=1&b=<2>"}}}
                        """)));
    }

    @Test
    void tellsTheOutputsOfAStack() {
        HttpAnswer answer = ask("DescribeStacks", "ringback-local-Data", TestPrincipal.ANYONE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer))
                .contains("<StackStatus>CREATE_COMPLETE</StackStatus>")
                .contains("<OutputKey>Url</OutputKey><OutputValue>http://any?a=1&amp;b=&lt;2&gt;</OutputValue>");
    }

    @Test
    void tellsTheResourcesOfAStack() {
        assertThat(text(ask("ListStackResources", "ringback-local-Data", TestPrincipal.ANYONE)))
                .contains("<LogicalResourceId>Calls1</LogicalResourceId>"
                        + "<PhysicalResourceId>thing-of-Calls1</PhysicalResourceId>"
                        + "<ResourceType>Test::Thing</ResourceType>");
    }

    @Test
    void tellsTheTemplateOfAStack() {
        assertThat(text(ask("GetTemplate", "ringback-local-Data", TestPrincipal.ANYONE)))
                .contains("<TemplateBody>{\"Resources\":{\"Calls1\":{\"Type\":\"Test::Thing\"}},");
    }

    @Test
    void saysThatThereIsNoSuchStack() {
        HttpAnswer answer = ask("ListStackResources", "ringback-local-Other", TestPrincipal.ANYONE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(text(answer))
                .contains("<Code>ValidationError</Code>"
                        + "<Message>Stack with id ringback-local-Other does not exist</Message>");
    }

    @Test
    void tellsNothingToWhoMayNotAsk() {
        HttpAnswer answer =
                ask("DescribeStacks", "ringback-local-Data", new TestPrincipal("dynamodb:GetItem", "table"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(text(answer)).contains("<Code>AccessDeniedException</Code>").doesNotContain("http://any");
    }

    @Test
    void knowsNoOtherOperation() {
        assertThat(text(ask("DeleteStack", "ringback-local-Data", TestPrincipal.ANYONE)))
                .contains("<Code>InvalidAction</Code>");
    }

    private HttpAnswer ask(String action, String stack, Principal principal) {
        return service.answer(new AwsCall(
                "",
                Requests.of("POST", "/", "Action=" + action + "&Version=2010-05-15&StackName=" + stack),
                principal));
    }

    private static String text(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
