package dev.ringback.calling.person;

import java.util.Optional;

/** The people directory, as far as calls need it. */
@FunctionalInterface
public interface People {
    /** Empty for somebody deleted too. */
    Optional<Person> find(String personId);
}
