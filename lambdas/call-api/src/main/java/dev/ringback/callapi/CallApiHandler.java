package dev.ringback.callapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.actionkit.Actions;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Dispatched;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.account.AccountGoneException;
import dev.ringback.functionkit.Environment;
import dev.ringback.functionkit.Priming;
import dev.ringback.functionkit.TraceHeader;
import dev.ringback.telemetry.JsonTelemetry;
import dev.ringback.telemetry.Telemetry.Level;
import dev.ringback.telemetry.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The function behind {@code POST /api}, and each behind {@code POST /api/<action>}: finds the action that a request names, and
 * answers with what became of it.
 */
public final class CallApiHandler implements RequestStreamHandler {
    private final ObjectMapper json = new ObjectMapper();
    private final Actions actions;
    private final JsonTelemetry telemetry;
    private final RequestReport report;

    /** Held because the snapshot's context holds it weakly. */
    private final Priming priming;

    public CallApiHandler() {
        this(Wiring.of(Environment.ofProcess()));
    }

    CallApiHandler(Wiring wiring) {
        actions = Actions.load(wiring.ports());
        telemetry = wiring.telemetry();
        report = new RequestReport(telemetry);
        priming = Priming.beforeSnapshot(telemetry, wiring.priming(actions.names(), this::answer));
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        HttpEvent event = HttpEvent.of(json.readTree(input));
        telemetry.beginInvocation(
                Map.of("requestId", event.requestId(), "invocationId", context.getAwsRequestId()), TraceHeader.root());
        answer(event).writeTo(output);
    }

    void prime() {
        priming.beforeCheckpoint(null);
    }

    private HttpAnswer answer(HttpEvent event) {
        long start = System.nanoTime();
        Dispatched dispatched = event.caller()
                .map(caller -> dispatch(event, caller))
                .orElseGet(() -> refused(ErrorCode.UNAUTHORIZED, "The request has no valid token."));
        HttpAnswer answer = answer(dispatched.result(), event.requestId());
        dispatched
                .undeclared()
                .ifPresent(code -> report.undeclared(dispatched.action().orElse("none"), code));
        report.write(
                dispatched.action().orElse("none"),
                dispatched.result(),
                answer.status(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        return answer;
    }

    private Dispatched dispatch(HttpEvent event, Caller caller) {
        try {
            return actions.dispatch(caller, event.body(), event.action());
        } catch (ContendedException e) {
            return refused(ErrorCode.TRY_AGAIN, "The backend is busy. Please try again.");
        } catch (AccountGoneException e) {
            return refused(ErrorCode.UNAUTHORIZED, "The account of this token was deleted.");
        } catch (RuntimeException e) {
            telemetry.event(Level.ERROR, "requestFailed", Map.of("exception", Trace.of(e)));
            return refused(ErrorCode.INTERNAL, "Something went wrong. Quote the requestId when you ask about it.");
        }
    }

    private HttpAnswer answer(Result<?> result, String requestId) {
        return switch (result) {
            case Result.Answered<?>(var answer) -> new HttpAnswer(200, actions.write(answer));
            case Result.Refused<?> refused ->
                new HttpAnswer(refused.code().status(), actions.write(ErrorAnswer.of(refused, requestId)));
        };
    }

    private static Dispatched refused(ErrorCode code, String message) {
        return new Dispatched(Optional.empty(), Result.refuse(code, message));
    }
}
