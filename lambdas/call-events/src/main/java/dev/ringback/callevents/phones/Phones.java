package dev.ringback.callevents.phones;

import dev.ringback.callevents.CallChange;

/** The apps of users that listen to what becomes of their calls. */
public interface Phones {
    /** @throws dev.ringback.callevents.NotPublishedException if they may not have been told */
    void tell(String owner, CallChange change);
}
