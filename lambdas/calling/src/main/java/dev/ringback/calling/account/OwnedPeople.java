package dev.ringback.calling.account;

import java.util.List;

/** The people of the directory that a user made. */
public interface OwnedPeople {
    /** At most 100, deleted ones too as long as something of them is kept; as eventually consistent as the index it reads. */
    List<OwnedPerson> of(String owner);
}
