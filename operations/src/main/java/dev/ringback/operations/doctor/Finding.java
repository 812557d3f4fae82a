package dev.ringback.operations.doctor;

/** What a check found out. */
public sealed interface Finding {
    String text();

    /** @param text what was seen */
    record Ok(String text) implements Finding {}

    /** @param text what is wrong, and what to do */
    record Wrong(String text) implements Finding {}

    /** @param text why it could not be checked */
    record Unknown(String text) implements Finding {}
}
