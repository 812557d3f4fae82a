package dev.ringback.local.httpapi;

import dev.ringback.local.aws.AwsFailure;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.lambda.Functions;
import dev.ringback.local.lambda.Outcome;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Calls functions for APIs, as far as the functions' own policies let it. */
final class FunctionCaller {
    private static final String SERVICE = "apigateway.amazonaws.com";

    private final Functions functions;
    private final ExecutorService threads;
    private final Consumer<String> console;
    private final FunctionAnswer answers = new FunctionAnswer();

    /** What comes of a call. */
    sealed interface Reply {
        record Answered(HttpAnswer answer) implements Reply {}

        record Failed() implements Reply {}

        record Late() implements Reply {}
    }

    FunctionCaller(Functions functions, ExecutorService threads, Consumer<String> console) {
        this.functions = functions;
        this.threads = threads;
        this.console = console;
    }

    Reply call(Integration integration, String sourceArn, byte[] event) throws InterruptedException {
        Future<Outcome> outcome =
                threads.submit(() -> functions.invokeFor(SERVICE, sourceArn, integration.functionArn(), event));
        try {
            return reply(outcome.get(integration.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            // The function goes on, as it would in AWS; only its answer is lost.
            return new Reply.Late();
        } catch (ExecutionException e) {
            return refused(e.getCause());
        }
    }

    private Reply reply(Outcome outcome) {
        return outcome.failed()
                ? new Reply.Failed()
                : answers.read(outcome.payload())
                        .<Reply>map(Reply.Answered::new)
                        .orElseGet(Reply.Failed::new);
    }

    private Reply refused(Throwable cause) {
        console.accept("api | The function could not be called: " + cause.getMessage());
        return cause instanceof AwsFailure failure && failure.status() == 429 ? new Reply.Late() : new Reply.Failed();
    }
}
