package dev.ringback.local.cloudformation;

import dev.ringback.local.aws.Account;
import dev.ringback.local.aws.AwsCall;
import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.aws.AwsService;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.stack.CreatedStack;
import dev.ringback.local.stack.Stacks;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** CloudFormation: telling what the stacks are made of. It speaks AWS's oldest protocol, forms answered with XML. */
public final class CloudFormationService implements AwsService {
    private final Stacks stacks;
    private final Account account;

    public CloudFormationService(Stacks stacks, Account account) {
        this.stacks = stacks;
        this.account = account;
    }

    @Override
    public String signingName() {
        return "cloudformation";
    }

    @Override
    public HttpAnswer answer(AwsCall call) {
        try {
            Map<String, String> form = form(call.http().text());
            String action = form.getOrDefault("Action", "");
            return switch (action) {
                case "DescribeStacks" -> CloudFormationXml.stack(stack(call, form), account);
                case "GetTemplate" -> CloudFormationXml.template(stack(call, form));
                case "ListStackResources" -> CloudFormationXml.resources(stack(call, form));
                default ->
                    throw new AwsFailure(
                            400, "InvalidAction", "The local CloudFormation has no operation " + action + ".");
            };
        } catch (AwsFailure refusal) {
            return CloudFormationXml.refusal(refusal);
        }
    }

    private CreatedStack stack(AwsCall call, Map<String, String> form) {
        String name = form.getOrDefault("StackName", "");
        call.require("cloudformation:" + form.get("Action"), account.arn("cloudformation", "stack/" + name + "/*"));
        return stacks.find(name)
                .orElseThrow(() -> new AwsFailure(400, "ValidationError", "Stack with id " + name + " does not exist"));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String field : body.split("&")) {
            String[] parts = field.split("=", 2);
            form.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
