package dev.ringback.calling.account;

import java.time.Instant;

/** Which accounts are being deleted, or were while a token of theirs may still be good: nothing is registered for them. */
public interface GoneAccounts {
    /**
     * From now on the account is going. Again it changes nothing.
     *
     * @return since when it is
     */
    Instant bury(String owner, Instant now);
}
