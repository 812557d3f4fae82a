package dev.ringback.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.aws.Account;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import dev.ringback.local.stack.StackFailure;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables, with their indexes, streams and time to live. */
public final class TableProvider implements ResourceProvider {
    private static final String VERSION = "DynamoDB_20120810.";
    private static final List<String> CREATED_WITH = List.of(
            "AttributeDefinitions",
            "KeySchema",
            "GlobalSecondaryIndexes",
            "LocalSecondaryIndexes",
            "BillingMode",
            "ProvisionedThroughput");
    private static final String NAME = "TableName";
    private static final String TIME_TO_LIVE = "TimeToLiveSpecification";
    private static final String STREAM = "StreamSpecification";
    /** What keeps data safe and sorted in AWS and changes no answer. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "PointInTimeRecoverySpecification",
            "SSESpecification",
            "DeletionProtectionEnabled",
            "Tags",
            "TableClass",
            "ContributorInsightsSpecification");

    private final DynamoDbServer server;
    private final Account account;
    private final LocalArns arns;
    private final ObjectMapper json = new ObjectMapper();

    public TableProvider(DynamoDbServer server, Account account) {
        this.server = server;
        this.account = account;
        this.arns = new LocalArns(account);
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::DynamoDB::Table");
    }

    @Override
    public Provisioned create(ResourceDeclaration declaration) {
        JsonNode properties = declaration.properties();
        properties.fieldNames().forEachRemaining(TableProvider::checkKnown);
        String name = properties.path(NAME).asText(declaration.name(255));
        JsonNode table = table(name, properties);
        setTimeToLive(name, properties.path(TIME_TO_LIVE));
        Map<String, String> attributes = new HashMap<>();
        attributes.put("Arn", account.arn("dynamodb", "table/" + name));
        if (table.has("LatestStreamArn")) {
            attributes.put("StreamArn", arns.toReal(table.get("LatestStreamArn").asText()));
        }
        return new Provisioned(name, attributes);
    }

    private static void checkKnown(String property) {
        if (!CREATED_WITH.contains(property)
                && !WITHOUT_EFFECT.contains(property)
                && !Set.of(NAME, TIME_TO_LIVE, STREAM).contains(property)) {
            throw new StackFailure("The local runtime does not know the property " + property + " of tables.");
        }
    }

    private JsonNode table(String name, JsonNode properties) {
        ObjectNode request = json.createObjectNode().put(NAME, name);
        CREATED_WITH.stream().filter(properties::has).forEach(key -> request.set(key, properties.get(key)));
        if (properties.has(STREAM)) {
            request.set(STREAM, ((ObjectNode) properties.get(STREAM)).put("StreamEnabled", true));
        }
        Reply reply = send("CreateTable", request);
        return reply.code().equals("ResourceInUseException")
                ? kept(name, request)
                : reply.orFail().path("TableDescription");
    }

    // The table is there from an earlier run.
    private JsonNode kept(String name, JsonNode wanted) {
        JsonNode table = send("DescribeTable", json.createObjectNode().put(NAME, name))
                .orFail()
                .path("Table");
        if (!TableShape.of(table).equals(TableShape.of(wanted))) {
            throw new StackFailure("The kept table " + name
                    + " has other keys, indexes or another stream than the template; start with another or an empty"
                    + " --data folder.");
        }
        return table;
    }

    private void setTimeToLive(String name, JsonNode specification) {
        JsonNode request = json.createObjectNode().put(NAME, name).set(TIME_TO_LIVE, specification);
        if (specification.path("Enabled").asBoolean() && !hasTimeToLive(name)) {
            send("UpdateTimeToLive", request).orFail();
        }
    }

    private boolean hasTimeToLive(String name) {
        return send("DescribeTimeToLive", json.createObjectNode().put(NAME, name))
                .orFail()
                .path("TimeToLiveDescription")
                .path("TimeToLiveStatus")
                .asText()
                .startsWith("ENABL");
    }

    private record Reply(int status, JsonNode body) {
        String code() {
            String type = body.path("__type").asText();
            return type.substring(type.indexOf('#') + 1);
        }

        JsonNode orFail() {
            if (status != 200) {
                throw new StackFailure(
                        body.path("message").asText(body.path("Message").asText(code())));
            }
            return body;
        }
    }

    private Reply send(String operation, JsonNode request) {
        try {
            HttpAnswer answer = server.send(VERSION + operation, json.writeValueAsBytes(request));
            return new Reply(answer.status(), json.readTree(answer.body()));
        } catch (IOException e) {
            throw new StackFailure("DynamoDB Local does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.");
        }
    }
}
