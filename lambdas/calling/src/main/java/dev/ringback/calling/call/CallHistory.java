package dev.ringback.calling.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The calls that a device made, and those that any device of its user was rung for. */
public interface CallHistory {
    /**
     * Newest first; as eventually consistent as the indexes it reads.
     *
     * @param owner whose device it is
     * @param before a position that an earlier page ended with; empty for the newest
     * @param limit at most so many
     */
    Page of(String clientId, String owner, Optional<String> before, int limit);

    /** @param next where the next page begins; empty on the last */
    record Page(List<Entry> entries, Optional<String> next) {}

    /** A call as the history tells of it: without media. */
    record Entry(
            String callId,
            CallState state,
            Optional<String> reason,
            Parties parties,
            Timeline timeline,
            String position) {}

    /** Sorts like time, and is never the same for two calls. */
    static String position(Instant startedAt, String callId) {
        return "%013d#%s".formatted(startedAt.toEpochMilli(), callId);
    }
}
