package dev.ringback.calling.account;

import java.util.Map;

/**
 * A person of the directory that a user made, as it is kept.
 *
 * @param fields by name
 */
public record OwnedPerson(String id, Map<String, String> fields) {
    /** Without the name. */
    @Override
    public String toString() {
        return "OwnedPerson[id=" + id + "]";
    }
}
