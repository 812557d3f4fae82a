package dev.ringback.calling.account;

import java.util.Optional;

/** The user pool. */
public interface Users {
    Optional<AccountUser> find(String username);

    /** Ends all his sign-ins too. Nothing happens if he is gone. */
    void delete(String username);
}
