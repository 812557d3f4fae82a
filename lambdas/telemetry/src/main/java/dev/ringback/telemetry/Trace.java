package dev.ringback.telemetry;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An exception as an operator may read it: classes and frames, without messages, which may quote what a client sent. */
public final class Trace {
    private static final int FRAMES = 25;
    private static final int CAUSES = 4;

    private Trace() {}

    /** The exception and its causes, one frame a line. */
    public static String of(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .limit(CAUSES)
                .map(Trace::one)
                .collect(Collectors.joining("\ncaused by "));
    }

    private static String one(Throwable thrown) {
        return Stream.concat(
                        Stream.of(thrown.getClass().getName() + awsMessage(thrown)),
                        Arrays.stream(thrown.getStackTrace()).limit(FRAMES).map(frame -> "  at " + frame))
                .collect(Collectors.joining("\n"));
    }

    /** AWS's messages name the missing permission or table, and no client wrote them. */
    private static String awsMessage(Throwable thrown) {
        return thrown.getClass().getName().startsWith("software.amazon.awssdk.") ? ": " + thrown.getMessage() : "";
    }
}
