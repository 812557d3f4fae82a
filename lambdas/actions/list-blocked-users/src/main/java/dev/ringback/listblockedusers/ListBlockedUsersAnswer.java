package dev.ringback.listblockedusers;

import dev.ringback.calling.block.BlockStore.Blocked;
import java.util.List;

/** The last blocked first. */
record ListBlockedUsersAnswer(List<Item> items) {
    /** @param blockedAt ISO 8601 */
    record Item(String blockedId, String blockedAt) {
        static Item of(Blocked blocked) {
            return new Item(blocked.id(), blocked.at().toString());
        }
    }
}
