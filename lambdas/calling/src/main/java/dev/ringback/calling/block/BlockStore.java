package dev.ringback.calling.block;

import java.time.Instant;
import java.util.List;

/** Whom users do not want to be called by. Of the one who is blocked it keeps a hash, and the id that his blocker knows him by. */
public interface BlockStore {
    /** The most that one user may block. */
    int MOST = 200;

    /**
     * From now on no call of the other rings for this user; calls that ring already go on.
     *
     * @throws dev.ringback.calling.ContendedException when others kept writing the same
     */
    Blocking block(String owner, String blockedOwner, Blocked blocked);

    /** Nothing happens if he is not blocked. */
    void unblock(String owner, String blockedOwner);

    /** The same by the id that {@link #list} has; false if none of the user's has it. */
    boolean unblockById(String owner, String id);

    /** The last blocked first. */
    List<Blocked> list(String owner);

    /** Forgets the list of a user; how many he had blocked. */
    int clear(String owner);

    /** @param id a clientId or the id of a person: that by which he was blocked */
    record Blocked(String id, Instant at) {}

    /** What became of it. */
    enum Blocking {
        BLOCKED,
        /** Unchanged. */
        WAS_BLOCKED,
        TOO_MANY
    }
}
