package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the documents that write one item have in common. */
record WriteDocument(Document document, String operation, ObjectNode key, Optional<Expression> condition) {
    private static final String VERSION = "_version";
    private static final Set<String> OF_VERSIONED_SOURCES =
            Set.of(VERSION, "customPartitionKey", "populateIndexFields");
    private static final Set<String> NOT_LOCALLY = Set.of("customPartitionKey", "populateIndexFields");

    /** @param own what documents of this operation alone have */
    static WriteDocument read(Document document, Set<String> own, boolean versioned) throws Refused {
        List<String> keys = new ArrayList<>(List.of("operation", "key", "condition"));
        keys.addAll(own);
        if (versioned) {
            keys.addAll(OF_VERSIONED_SOURCES);
        }
        document.only(keys);
        for (String key : NOT_LOCALLY) {
            if (document.optional(key).isPresent()) {
                throw Refused.notLocally(key);
            }
        }
        Optional<Document> condition = document.optional("condition");
        return new WriteDocument(
                document,
                document.required("operation").text(),
                document.required("key").typedValues(),
                condition.isEmpty() ? Optional.empty() : Optional.of(Expression.readCondition(condition.get())));
    }

    Optional<Long> version() throws Refused {
        Optional<Document> version = document.optional(VERSION);
        return version.isEmpty() ? Optional.empty() : Optional.of(version.get().integer());
    }

    // AppSync's message, seen for UpdateItem only.
    long requiredVersion() throws Refused {
        return version()
                .orElseThrow(() -> Refused.badRequest(
                        operation + " on versioned data source requires the _version to be provided."));
    }

    ObjectNode attributeValues() throws Refused {
        return document.required("attributeValues").typedValues();
    }

    Expression update() throws Refused {
        return Expression.read(document.required("update"));
    }
}
