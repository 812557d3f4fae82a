package dev.ringback.local.lambda;

import java.time.Duration;
import java.util.Map;

/**
 * An event on its way to a function.
 *
 * @param functionArn as the caller named the function, with its qualifier
 * @param deadlineMillis when the function's time is up
 */
record Invocation(String requestId, String functionArn, TraceHeader trace, byte[] event, long deadlineMillis) {
    /** An event that has not been handed out yet, so that its time does not run. */
    record Request(String requestId, String functionArn, TraceHeader trace, byte[] event) {
        Invocation within(Duration timeout) {
            return new Invocation(
                    requestId, functionArn, trace, event, System.currentTimeMillis() + timeout.toMillis());
        }
    }

    /** The headers with which the Lambda Runtime API hands it out. */
    Map<String, String> headers() {
        return Map.of(
                "content-type",
                "application/json",
                "Lambda-Runtime-Aws-Request-Id",
                requestId,
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(deadlineMillis),
                "Lambda-Runtime-Invoked-Function-Arn",
                functionArn,
                "Lambda-Runtime-Trace-Id",
                trace.text());
    }
}
