package dev.ringback.calling.media.bandwidth;

import dev.ringback.calling.media.MediaProvider.Refusal;
import dev.ringback.telemetry.Metric;
import dev.ringback.telemetry.Telemetry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/** Sends requests: each attempt bounded in time and size, and where it is safe one more attempt. */
final class Wire {
    private static final long LARGEST_ANSWER = 64 * 1024;
    private static final long SHORTEST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 300;
    /** Less time than this is not worth an attempt. */
    private static final Duration WORTHWHILE = Duration.ofMillis(100);

    /** Secure because Lambda reseeds it after a restore; other generators would repeat themselves in every copy. */
    private final RandomGenerator jitter = new SecureRandom();

    private final BodyHandler<byte[]> bounded = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER);
    private final Connections connections;
    private final Limits limits;
    private final Telemetry telemetry;

    Wire(Connections connections, Limits limits, Telemetry telemetry) {
        this.connections = connections;
        this.limits = limits;
        this.telemetry = telemetry;
    }

    /** The answer, whatever its status. */
    Attempt.Answered send(Request request, Deadline deadline) throws BandwidthFailure {
        if (!deadline.leavesMoreThan(WORTHWHILE)) {
            throw new BandwidthFailure(Refusal.Kind.UNAVAILABLE, request.operation() + ": no time left");
        }
        Attempt attempt = attempt(request, firstTimeout(request, deadline));
        Optional<Duration> pause = pauseBeforeRepeat(request, attempt, deadline);
        if (pause.isPresent()) {
            pause(pause.get());
            attempt = attempt(request, deadline.atMost(limits.request()));
        }
        return switch (attempt) {
            case Attempt.Answered answered -> answered;
            case Attempt.Unsent _, Attempt.Unanswered _ ->
                throw new BandwidthFailure(Refusal.Kind.UNAVAILABLE, request.operation() + ": " + attempt.outcome());
        };
    }

    /** What may be repeated leaves the repeat half of the time. */
    private Duration firstTimeout(Request request, Deadline deadline) {
        Duration left = deadline.left();
        Duration share = request.repeat() == Repeat.HARMLESS ? left.dividedBy(2) : left;
        return share.compareTo(limits.request()) < 0 ? share : limits.request();
    }

    private Optional<Duration> pauseBeforeRepeat(Request request, Attempt attempt, Deadline deadline) {
        if (!request.repeat().after(attempt)) {
            return Optional.empty();
        }
        Duration jittered = Duration.ofMillis(jitter.nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
        Duration asked = attempt instanceof Attempt.Answered answered
                ? answered.retryAfter().orElse(Duration.ZERO)
                : Duration.ZERO;
        Duration pause = jittered.plus(asked);
        return deadline.leavesMoreThan(pause.plus(WORTHWHILE)) ? Optional.of(pause) : Optional.empty();
    }

    private Attempt attempt(Request request, Duration timeout) throws BandwidthFailure {
        long start = System.nanoTime();
        Attempt attempt = exchange(request, timeout);
        Map<String, String> operation = Map.of("operation", request.operation());
        telemetry.millis(Metric.BANDWIDTH_LATENCY, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), operation);
        if (!(attempt instanceof Attempt.Answered answered) || answered.status() >= 400) {
            telemetry.count(
                    Metric.BANDWIDTH_ERRORS, Map.of("operation", request.operation(), "outcome", attempt.outcome()));
        }
        return attempt;
    }

    private Attempt exchange(Request request, Duration timeout) throws BandwidthFailure {
        // The client's own time-out ends with the headers; waiting for the whole answer bounds the body too.
        CompletableFuture<HttpResponse<byte[]>> answer = connections.current().sendAsync(request.http(), bounded);
        try {
            return Attempt.Answered.of(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            request.late().accept(answer);
            return new Attempt.Unanswered("timeout");
        } catch (InterruptedException e) {
            request.late().accept(answer);
            throw interrupted(request.operation());
        } catch (ExecutionException e) {
            Attempt broken = broken(e.getCause());
            if (broken instanceof Attempt.Unanswered) {
                request.late().accept(answer);
            }
            return broken;
        }
    }

    private static Attempt broken(Throwable cause) {
        return switch (cause) {
            case ConnectException _, HttpConnectTimeoutException _ -> new Attempt.Unsent();
            case IOException _ -> new Attempt.Unanswered("connection_lost");
            default -> throw new IllegalStateException("sending to Bandwidth", cause);
        };
    }

    private static void pause(Duration time) throws BandwidthFailure {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw interrupted("pause");
        }
    }

    private static BandwidthFailure interrupted(String operation) {
        Thread.currentThread().interrupt();
        return new BandwidthFailure(Refusal.Kind.UNAVAILABLE, operation + ": interrupted");
    }
}
