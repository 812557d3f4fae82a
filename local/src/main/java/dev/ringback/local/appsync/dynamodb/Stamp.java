package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * What an accepted write adds to the item.
 *
 * @param before the version that the write replaces, 0 for none
 */
record Stamp(long before, Instant at) {
    long version() {
        return before + 1;
    }

    /** The condition that nobody else has written in between. */
    Expression isStill() {
        return before == 0
                ? Expression.of("attribute_not_exists(#appsyncVersion)").name("#appsyncVersion", Metadata.VERSION)
                : Expression.of("#appsyncVersion = :appsyncBefore")
                        .name("#appsyncVersion", Metadata.VERSION)
                        .value(":appsyncBefore", TypedValue.of(before));
    }

    /** The part of an update's SET section. */
    Expression assignment() {
        return Expression.of("#appsyncVersion = :appsyncVersion, #appsyncChanged = :appsyncChanged")
                .name("#appsyncVersion", Metadata.VERSION)
                .name("#appsyncChanged", Metadata.LAST_CHANGED_AT)
                .value(":appsyncVersion", TypedValue.of(version()))
                .value(":appsyncChanged", TypedValue.of(at.toEpochMilli()));
    }

    ObjectNode on(ObjectNode item) {
        ObjectNode stamped = item.deepCopy();
        stamped.set(Metadata.VERSION, TypedValue.of(version()));
        stamped.set(Metadata.LAST_CHANGED_AT, TypedValue.of(at.toEpochMilli()));
        return stamped;
    }

    /** The time when DynamoDB may remove what may go after so long. */
    ObjectNode ttl(Duration kept) {
        return TypedValue.of(at.plus(kept).getEpochSecond());
    }
}
