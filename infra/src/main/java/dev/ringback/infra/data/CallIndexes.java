package dev.ringback.infra.data;

import java.util.List;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.Table;

/** The orders in which calls are looked for other than by their id; none of them holds a token. */
public final class CallIndexes {
    /** The calls that hold devices or media, by when they must let go. */
    public static final String BY_LEASE = "byLease";
    /** The calls that a device made, in the order of their beginning. */
    public static final String BY_CALLER = "byCaller";
    /** The calls that a user made, on any of his devices, in the order of their beginning. */
    public static final String BY_CALLER_OWNER = "byCallerOwner";
    /** The calls that a user was rung for, on any of his devices, in the order of their beginning. */
    public static final String BY_CALLEE = "byCallee";

    /** What a list of calls shows. */
    private static final List<String> SUMMARY = List.of(
            "state",
            "reason",
            "calleeId",
            "callerId",
            "callerOwner",
            "calleeOwner",
            "answeredBy",
            "startedAt",
            "ringUntil",
            "answeredAt",
            "endedAt");

    private CallIndexes() {}

    // CloudFormation adds one index an update to a table that exists: where Calls is deployed without these, each needs
    // its own deployment.
    static void addTo(Table calls) {
        calls.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder()
                .indexName(BY_LEASE)
                .partitionKey(key("leased", AttributeType.STRING))
                .sortKey(key("leaseUntil", AttributeType.NUMBER))
                .projectionType(ProjectionType.KEYS_ONLY)
                .build());
        calls.addGlobalSecondaryIndex(GlobalSecondaryIndexProps.builder()
                .indexName(BY_CALLER_OWNER)
                .partitionKey(key("callerOwner", AttributeType.STRING))
                .sortKey(key("position", AttributeType.STRING))
                .projectionType(ProjectionType.KEYS_ONLY)
                .build());
        calls.addGlobalSecondaryIndex(history(BY_CALLER, "callerId"));
        calls.addGlobalSecondaryIndex(history(BY_CALLEE, "calleeOwner"));
    }

    private static GlobalSecondaryIndexProps history(String name, String key) {
        return GlobalSecondaryIndexProps.builder()
                .indexName(name)
                .partitionKey(key(key, AttributeType.STRING))
                .sortKey(key("position", AttributeType.STRING))
                .projectionType(ProjectionType.INCLUDE)
                // An index holds its own keys already, and refuses them a second time.
                .nonKeyAttributes(SUMMARY.stream()
                        .filter(attribute -> !attribute.equals(key))
                        .toList())
                .build();
    }

    private static Attribute key(String name, AttributeType type) {
        return Attribute.builder().name(name).type(type).build();
    }
}
