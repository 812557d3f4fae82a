package dev.ringback.local.cloudformation;

import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.stack.CreatedStack;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** CloudFormation's answers as it writes them. */
final class CloudFormationXml {
    private static final String BEGINNING_OF_TIME = "2026-01-01T00:00:00.000Z";

    private CloudFormationXml() {}

    static HttpAnswer stack(CreatedStack stack, Account account) {
        StringBuilder outputs = new StringBuilder();
        new TreeMap<>(stack.outputs())
                .forEach((name, value) ->
                        outputs.append(member(element("OutputKey", name) + element("OutputValue", value))));
        return answer(
                "DescribeStacks",
                "<Stacks>"
                        + member(element("StackName", stack.name())
                                + element("StackId", account.arn("cloudformation", "stack/" + stack.name() + "/local"))
                                + element("CreationTime", BEGINNING_OF_TIME)
                                + element("StackStatus", "CREATE_COMPLETE")
                                + "<Outputs>" + outputs + "</Outputs>")
                        + "</Stacks>");
    }

    static HttpAnswer template(CreatedStack stack) {
        return answer("GetTemplate", element("TemplateBody", stack.template().toString()));
    }

    static HttpAnswer resources(CreatedStack stack) {
        StringBuilder resources = new StringBuilder();
        stack.resources()
                .forEach(resource -> resources.append(member(element("LogicalResourceId", resource.logicalId())
                        + element("PhysicalResourceId", resource.physicalId())
                        + element("ResourceType", resource.type())
                        + element("LastUpdatedTimestamp", BEGINNING_OF_TIME)
                        + element("ResourceStatus", "CREATE_COMPLETE"))));
        return answer("ListStackResources", "<StackResourceSummaries>" + resources + "</StackResourceSummaries>");
    }

    static HttpAnswer refusal(AwsFailure failure) {
        String error =
                element("Type", "Sender") + element("Code", failure.code()) + element("Message", failure.getMessage());
        return xml(failure.status(), "<ErrorResponse><Error>" + error + "</Error></ErrorResponse>");
    }

    private static HttpAnswer answer(String action, String result) {
        return xml(
                200,
                "<" + action + "Response><" + action + "Result>" + result + "</" + action + "Result></" + action
                        + "Response>");
    }

    private static HttpAnswer xml(int status, String text) {
        return new HttpAnswer(status, Map.of("content-type", "text/xml"), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String member(String content) {
        return "<member>" + content + "</member>";
    }

    private static String element(String name, String value) {
        String escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + name + ">" + escaped + "</" + name + ">";
    }
}
