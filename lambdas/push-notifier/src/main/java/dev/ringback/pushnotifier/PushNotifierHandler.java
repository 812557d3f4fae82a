package dev.ringback.pushnotifier;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.functionkit.Environment;
import dev.ringback.functionkit.Priming;
import dev.ringback.pushnotifier.RingCallee.Ringing;
import dev.ringback.pushnotifier.push.PushOutcome;
import dev.ringback.telemetry.JsonTelemetry;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The function that rings phones; invoked asynchronously with a call's id. */
public final class PushNotifierHandler implements RequestStreamHandler {
    private final ObjectMapper json = new ObjectMapper();
    private final RingCallee ringCallee;
    private final Unreachable unreachable;
    private final PushReport report;
    private final JsonTelemetry telemetry;

    /** Held because the snapshot's context holds it weakly. */
    private final Priming priming;

    public PushNotifierHandler() {
        this(Wiring.of(Environment.ofProcess()));
    }

    PushNotifierHandler(Wiring wiring) {
        ringCallee = wiring.ringCallee();
        unreachable = wiring.unreachable();
        telemetry = wiring.telemetry();
        report = new PushReport(telemetry);
        priming = Priming.beforeSnapshot(telemetry, wiring.priming());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream output, Context context) throws IOException {
        telemetry.beginInvocation(Map.of("requestId", context.getAwsRequestId()));
        ring(callId(event.readAllBytes()));
    }

    void prime() {
        priming.beforeCheckpoint(null);
    }

    private void ring(String callId) {
        long start = System.nanoTime();
        try {
            Ringing ringing = ringCallee.ring(callId);
            report.write(callId, ringing, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            unreachable.endIfSo(ringing);
            if (ringing instanceof Ringing.Sent(var _, var _, var outcome)) {
                failIfAnOperatorShouldKnow(outcome);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PushFailedException("interrupted");
        } catch (PushFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            telemetry.event(Telemetry.Level.ERROR, "pushFailed", Map.of("callId", callId, "exception", Trace.of(e)));
            throw new PushFailedException("failed: " + e.getClass().getName());
        }
    }

    /** What is thrown ends in the on-failure queue. */
    private static void failIfAnOperatorShouldKnow(PushOutcome outcome) {
        switch (outcome) {
            case PushOutcome.Retryable _ -> throw new PushFailedException("the push service stayed busy");
            case PushOutcome.Unanswered _ -> throw new PushFailedException("the push service did not answer");
            case PushOutcome.Misconfigured _ -> throw new PushFailedException("pushes are misconfigured");
            case PushOutcome.Accepted _,
                    PushOutcome.TokenDead _,
                    PushOutcome.WrongForChannel _,
                    PushOutcome.Unknown _ -> {}
        }
    }

    private String callId(byte[] event) throws IOException {
        JsonNode callId;
        try {
            callId = json.readTree(event).path("callId");
        } catch (JacksonException e) {
            throw new PushFailedException("the event is not JSON");
        }
        if (!callId.isTextual() || callId.asText().isBlank()) {
            throw new PushFailedException("the event has no callId");
        }
        return callId.asText();
    }
}
