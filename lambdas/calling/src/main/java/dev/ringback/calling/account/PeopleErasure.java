package dev.ringback.calling.account;

import java.time.Instant;

/** Takes the people that a user made out of the directory. */
public interface PeopleErasure {
    /** Puts a tombstone in the person's place that says nothing of it, for apps that keep a copy to learn that it is gone. */
    void bury(OwnedPerson person, String owner, Instant now);

    /** Removes what is kept of former states of the people of this user. */
    void forgetChanges(String owner);
}
