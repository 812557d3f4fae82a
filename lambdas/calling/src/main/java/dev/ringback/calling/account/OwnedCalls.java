package dev.ringback.calling.account;

import dev.ringback.calling.call.Call;
import java.util.List;
import java.util.Optional;

/** All calls of a user, also those that he made with devices which are gone. */
public interface OwnedCalls {
    /** What stands in a call for a user who is gone. */
    String NOBODY = "deleted";

    /** Which side of a call he is on. */
    enum Side {
        CALLER,
        CALLEE;

        /** The user on this side. */
        public Optional<String> of(Call call) {
            return this == CALLER
                    ? Optional.of(call.parties().callerOwner())
                    : call.parties().calleeOwner();
        }
    }

    /**
     * The oldest first, each as it is now; one that the index does not know yet is missing.
     *
     * @param after a position that an earlier page ended with; empty for the oldest
     */
    Page of(String owner, Side side, Optional<String> after, int limit);

    /**
     * Takes a user out of a call that is over, which stays for the other party with {@link #NOBODY} in his place.
     *
     * @return false if the call lives
     */
    boolean erase(Call call, String owner);

    /** @param next where the next page begins; empty on the last */
    record Page(List<Call> calls, Optional<String> next) {}
}
