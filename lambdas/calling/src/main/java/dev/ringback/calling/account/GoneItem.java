package dev.ringback.calling.account;

import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.Sha256;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The item of the DeviceInfo table that says that an account is gone, under a hash of its {@code sub}. */
public final class GoneItem {
    private static final String NOT_GONE = "attribute_not_exists(#id)";

    private GoneItem() {}

    static Map<String, AttributeValue> key(String owner) {
        return Map.of("id", text("gone#" + Sha256.hex(owner)));
    }

    /** Refuses a transaction for an account that is gone. */
    public static TransactWriteItem unless(String table, String owner) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table)
                        .key(key(owner))
                        .conditionExpression(NOT_GONE)
                        .expressionAttributeNames(names(NOT_GONE)))
                .build();
    }
}
