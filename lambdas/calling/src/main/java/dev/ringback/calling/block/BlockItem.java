package dev.ringback.calling.block;

import static dev.ringback.calling.dynamodb.Expressions.names;
import static dev.ringback.calling.dynamodb.Expressions.text;

import dev.ringback.calling.Sha256;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The items of the DeviceInfo table that say who has blocked whom: one for each pair, and for each user the list of his. */
public final class BlockItem {
    private static final String NO_BLOCK = "attribute_not_exists(#id)";

    private BlockItem() {}

    /** Refuses a transaction if the first has blocked the second. */
    public static TransactWriteItem unless(String table, String owner, String blockedOwner) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table)
                        .key(pair(hash(owner, blockedOwner)))
                        .conditionExpression(NO_BLOCK)
                        .expressionAttributeNames(names(NO_BLOCK)))
                .build();
    }

    /** The attribute of the list that stands for a pair, and the end of the pair's own key. */
    static String hash(String owner, String blockedOwner) {
        return Sha256.hex(owner + "\n" + blockedOwner);
    }

    static Map<String, AttributeValue> pair(String hash) {
        return key("block#" + hash);
    }

    static Map<String, AttributeValue> list(String owner) {
        return key("blocks#" + Sha256.hex(owner));
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("id", text(id));
    }
}
