package dev.ringback.callevents;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The function that tells phones and the event bus what becomes of calls, as the stream of the Calls table tells it. */
public final class CallEventsHandler implements RequestStreamHandler {
    /** Two attempts to reach AppSync, and time to look at what came of them. */
    private static final Duration LONGEST_TASK = Duration.ofSeconds(9);

    private final ObjectMapper json = new ObjectMapper();
    private final Publication publication;
    private final Clock clock;
    private final JsonTelemetry telemetry;

    /** Held because the snapshot's context holds it weakly. */
    private final Priming priming;

    public CallEventsHandler() {
        this(Wiring.of(Environment.ofProcess()));
    }

    CallEventsHandler(Wiring wiring) {
        publication = wiring.publication();
        clock = wiring.clock();
        telemetry = wiring.telemetry();
        priming = Priming.beforeSnapshot(telemetry, wiring.priming());
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        telemetry.beginInvocation(Map.of("requestId", context.getAwsRequestId()), TraceHeader.root());
        WorkTime time = WorkTime.of(clock, context.getRemainingTimeInMillis(), LONGEST_TASK);
        publication.publish(records(input), time).writeTo(output);
    }

    void prime() {
        priming.beforeCheckpoint(null);
    }

    private List<StreamRecord> records(InputStream input) throws IOException {
        JsonNode records = json.readTree(input).path("Records");
        return StreamSupport.stream(records.spliterator(), false)
                .map(StreamRecord::of)
                .toList();
    }
}
