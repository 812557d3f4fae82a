package dev.ringback.local.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** The errors that Lambda itself reports of a function which cannot report them. */
final class FailureText {
    private static final int KILLED_BY_SIGNAL = 128;
    private static final Map<Integer, String> SIGNALS =
            Map.of(6, "aborted", 9, "killed", 11, "segmentation fault", 15, "terminated");

    private FailureText() {}

    static Outcome timedOut(String requestId, Duration timeout) {
        String seconds = String.format(Locale.ROOT, "%.2f", timeout.toMillis() / 1000.0);
        return failed(object().put(
                        "errorMessage",
                        Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + requestId + " Task timed out after "
                                + seconds + " seconds"));
    }

    static Outcome exited(String requestId, int exitCode) {
        return failed(object().put("errorType", "Runtime.ExitError")
                .put("errorMessage", "RequestId: " + requestId + " Error: " + reason(exitCode)));
    }

    static Outcome initTimedOut(String requestId, Duration limit) {
        return failed(object().put("errorType", "Sandbox.Timedout")
                .put(
                        "errorMessage",
                        "RequestId: " + requestId + " Error: The initialization took longer than " + limit.toSeconds()
                                + " seconds"));
    }

    static Outcome notStarted(String reason) {
        return failed(object().put("errorType", "Runtime.ExitError")
                .put("errorMessage", "Java cannot be started: " + reason));
    }

    private static String reason(int exitCode) {
        if (exitCode == 0) {
            return "Runtime exited without providing a reason";
        }
        String signal = exitCode > KILLED_BY_SIGNAL ? SIGNALS.get(exitCode - KILLED_BY_SIGNAL) : null;
        return "Runtime exited with error: " + (signal == null ? "exit status " + exitCode : "signal: " + signal);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Outcome failed(ObjectNode error) {
        return new Outcome(true, error.toString().getBytes(StandardCharsets.UTF_8));
    }
}
