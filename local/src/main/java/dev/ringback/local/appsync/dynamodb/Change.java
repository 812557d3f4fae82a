package dev.ringback.local.appsync.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A write to a versioned table, which is tried again if somebody else was faster. */
interface Change {
    Attempt attempt(Stamp stamp) throws Refused;

    /** @param server the item that it meets instead of the one it was meant for */
    Change mergedInto(ObjectNode server) throws Refused;

    static Refused unhandled(ObjectNode server) {
        return new Refused("ConflictUnhandled", "Conflict resolver rejects mutation.", TypedValue.plainItem(server));
    }
}
