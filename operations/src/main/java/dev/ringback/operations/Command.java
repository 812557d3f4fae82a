package dev.ringback.operations;

import dev.ringback.operations.doctor.TestPush;
import java.nio.file.Path;
import java.util.Optional;

/** What the command line asks for. */
sealed interface Command {
    String environment();

    /**
     * Writes the templates that are deployed.
     *
     * @param assembly the folder of those that are synthesized, which names the stacks
     * @param target the folder to write to
     */
    record Templates(String environment, Path assembly, Path target) implements Command {}

    /** Prints what happened to a call. */
    record Timeline(String environment, String callId) implements Command {}

    /**
     * Checks a backend.
     *
     * @param accessToken of a user, to subscribe with
     */
    record Doctor(String environment, Optional<String> accessToken, Optional<TestPush.Target> push) implements Command {
        /** Without the access token, which is for nobody's log. */
        @Override
        public String toString() {
            return "Doctor[environment=" + environment + ", accessToken=" + (accessToken.isPresent() ? "given" : "none")
                    + ", push=" + push + "]";
        }
    }
}
