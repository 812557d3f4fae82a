package dev.ringback.local.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.aws.Account;
import java.util.Optional;

/** The policies kept by AWS that a role may name. */
final class AwsManagedPolicies {
    private static final String PREFIX = "arn:" + Account.PARTITION + ":iam::aws:policy/";

    private AwsManagedPolicies() {}

    static Optional<Policy> find(String arn) {
        if (!arn.equals(PREFIX + "service-role/AWSLambdaBasicExecutionRole")) {
            return Optional.empty();
        }
        return Optional.of(Policy.read(allowing("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")));
    }

    private static JsonNode allowing(String... actions) {
        var document = JsonNodeFactory.instance.objectNode();
        var statement = document.putArray("Statement").addObject();
        statement.put("Effect", "Allow").put("Resource", "*");
        var list = statement.putArray("Action");
        for (String action : actions) {
            list.add(action);
        }
        return document;
    }
}
