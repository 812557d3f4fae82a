package dev.ringback.pushnotifier;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.functionkit.Environment;
import dev.ringback.functionkit.Priming;
import dev.ringback.functionkit.TraceHeader;
import dev.ringback.telemetry.JsonTelemetry;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** The function that rings phones and tells them to stop; invoked asynchronously with a call's id, and by the event bus. */
public final class PushNotifierHandler implements RequestStreamHandler {
    private final ObjectMapper json = new ObjectMapper();
    private final PushJobs jobs;
    private final JsonTelemetry telemetry;

    /** Held because the snapshot's context holds it weakly. */
    private final Priming priming;

    public PushNotifierHandler() {
        this(Wiring.of(Environment.ofProcess()));
    }

    PushNotifierHandler(Wiring wiring) {
        jobs = wiring.jobs();
        telemetry = wiring.telemetry();
        priming = Priming.beforeSnapshot(telemetry, wiring.priming());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        telemetry.beginInvocation(Map.of("requestId", context.getAwsRequestId()), TraceHeader.root());
        run(PushEvent.read(json, event.readAllBytes()));
    }

    void prime() {
        priming.beforeCheckpoint(null);
    }

    private static Map<String, String> about(PushEvent event) {
        Map<String, String> fields = new HashMap<>(Map.of("callId", event.callId()));
        event.traceId().ifPresent(trace -> fields.put(JsonTelemetry.TRACE_ID, trace));
        return fields;
    }

    private void run(PushEvent event) {
        telemetry.about(about(event));
        try {
            jobs.run(event);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PushFailedException("interrupted");
        } catch (PushFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            telemetry.event(
                    Telemetry.Level.ERROR, "pushFailed", Map.of("callId", event.callId(), "exception", Trace.of(e)));
            throw new PushFailedException("failed: " + e.getClass().getName());
        }
    }
}
