package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The attributes that AppSync alone writes to a versioned table. */
final class Metadata {
    static final String VERSION = "_version";
    static final String LAST_CHANGED_AT = "_lastChangedAt";
    static final String DELETED = "_deleted";
    static final String TTL = "_ttl";
    private static final Set<String> ALL = Set.of(VERSION, LAST_CHANGED_AT, DELETED, TTL);

    private Metadata() {}

    static void refuse(Iterable<String> attributes) throws Refused {
        for (String attribute : attributes) {
            if (ALL.contains(attribute)) {
                throw Refused.badRequest("Updating " + attribute + " field can not be set from the client.");
            }
        }
    }

    /** 0 if nobody has given it one yet. */
    static long version(JsonNode item) {
        return item.path(VERSION).path("N").asLong();
    }

    static boolean isDeleted(JsonNode item) {
        return item.path(DELETED).path("BOOL").asBoolean();
    }
}
