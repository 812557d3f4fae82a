package dev.ringback.callkeeper;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.functionkit.BatchAnswer;
import dev.ringback.functionkit.Environment;
import dev.ringback.functionkit.Priming;
import dev.ringback.functionkit.TraceHeader;
import dev.ringback.functionkit.WorkTime;
import dev.ringback.telemetry.JsonTelemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * The function that keeps calls from going on for ever: it ends those that nobody answers, releases what ended ones held, and
 * sweeps up what was left behind.
 */
public final class CallKeeperHandler implements RequestStreamHandler {
    /** A read, a release and two writes, with their repeats. */
    private static final Duration LONGEST_TASK = Duration.ofSeconds(14);

    private final ObjectMapper json = new ObjectMapper();
    private final EndedCalls endedCalls;
    private final RingTimeouts ringTimeouts;
    private final Sweeper sweeper;
    private final Clock clock;
    private final JsonTelemetry telemetry;

    /** Held because the snapshot's context holds it weakly. */
    private final Priming priming;

    public CallKeeperHandler() {
        this(Wiring.of(Environment.ofProcess()));
    }

    CallKeeperHandler(Wiring wiring) {
        endedCalls = wiring.endedCalls();
        ringTimeouts = wiring.ringTimeouts();
        sweeper = wiring.sweeper();
        clock = wiring.clock();
        telemetry = wiring.telemetry();
        priming = Priming.beforeSnapshot(telemetry, wiring.priming());
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        telemetry.beginInvocation(Map.of("requestId", context.getAwsRequestId()), TraceHeader.root());
        WorkTime time = WorkTime.of(clock, context.getRemainingTimeInMillis(), LONGEST_TASK);
        handle(KeeperEvent.of(json.readTree(input)), time).writeTo(output);
    }

    void prime() {
        priming.beforeCheckpoint(null);
    }

    private BatchAnswer handle(KeeperEvent event, WorkTime time) {
        return switch (event) {
            case KeeperEvent.CallsChanged(var changes) -> endedCalls.release(changes, time);
            case KeeperEvent.RingsOver(var timeouts) -> ringTimeouts.end(timeouts, time);
            case KeeperEvent.TimeToSweep() -> {
                sweeper.sweep(time);
                yield BatchAnswer.allDone();
            }
        };
    }
}
