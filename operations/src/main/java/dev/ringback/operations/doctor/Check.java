package dev.ringback.operations.doctor;

import java.util.List;

/** Looks at one part of a backend. */
public interface Check {
    /** What a failure of the check itself is told of. */
    String subject();

    /** @throws RuntimeException if it could not be looked at */
    List<Line> look();

    /** @param subject what was looked at */
    record Line(String subject, Finding finding) {}
}
