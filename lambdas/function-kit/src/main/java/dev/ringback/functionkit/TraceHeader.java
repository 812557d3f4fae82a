package dev.ringback.functionkit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The X-Ray trace that Lambda makes an invocation part of. */
public final class TraceHeader {
    /** Where Lambda leaves it for Java: an environment variable could not change from one invocation to the next. */
    static final String PROPERTY = "com.amazonaws.xray.traceHeader";

    /** Whoever calls an API may send a header of his own making, so nothing but a trace id gets from it into a log. */
    private static final Pattern ROOT = Pattern.compile("(?:^|;)\\s*Root=(1-[0-9a-f]{8}-[0-9a-f]{24})(?:;|$)");

    private TraceHeader() {}

    /** The id that all parts of the trace share. */
    public static Optional<String> root() {
        return root(System.getProperty(PROPERTY, ""));
    }

    static Optional<String> root(String header) {
        Matcher root = ROOT.matcher(header);
        return root.find() ? Optional.of(root.group(1)) : Optional.empty();
    }
}
