package dev.ringback.pushnotifier;

import dev.ringback.pushnotifier.RingDevices.Ringing;
import dev.ringback.pushnotifier.push.PushOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Rings phones or tells them to stop, and does what follows from how that went. */
final class PushJobs {
    private final RingDevices ringing;
    private final StopRinging stopping;
    private final Unreachable unreachable;
    private final TokenUpkeep tokens;
    private final PushNotes notes;
    private final PushReport report;

    PushJobs(
            RingDevices ringing,
            StopRinging stopping,
            Unreachable unreachable,
            TokenUpkeep tokens,
            PushNotes notes,
            PushReport report) {
        this.ringing = ringing;
        this.stopping = stopping;
        this.unreachable = unreachable;
        this.tokens = tokens;
        this.notes = notes;
        this.report = report;
    }

    void run(PushEvent event) throws InterruptedException {
        switch (event) {
            case PushEvent.Ring(var callId) -> ring(callId);
            case PushEvent.Stop(var change) -> stop(change);
        }
    }

    private void ring(String callId) throws InterruptedException {
        long start = System.nanoTime();
        Ringing rung = ringing.ring(callId);
        Map<String, Object> about = about(callId, "RINGING", start);
        switch (rung) {
            case Ringing.NotSent(var reason) -> report.notSent(reason, about);
            case Ringing.Sent(var call, var pushed) -> {
                reportOf(pushed, about);
                report.rang(call, pushed);
                // Before a token is forgotten: the end frees the devices, and only a free one can be removed.
                unreachable.endIfSo(rung);
                tokens.after(pushed);
                notes.write(callId, pushed);
                failIfAnOperatorShouldKnow(pushed);
            }
        }
    }

    private void stop(CallChange change) throws InterruptedException {
        long start = System.nanoTime();
        List<Pushed> pushed = stopping.stop(change);
        reportOf(pushed, about(change.callId(), change.state(), start));
        tokens.after(pushed);
        notes.write(change.callId(), pushed);
        failIfAnOperatorShouldKnow(pushed);
    }

    private void reportOf(List<Pushed> pushed, Map<String, Object> about) {
        if (pushed.isEmpty()) {
            report.notSent("no_device", about);
        } else {
            report.sent(pushed, about);
        }
    }

    private static Map<String, Object> about(String callId, String state, long start) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new HashMap<>(Map.of("callId", callId, "state", state, "millis", millis));
    }

    /** What is thrown ends in the on-failure queue. */
    private static void failIfAnOperatorShouldKnow(List<Pushed> pushed) {
        List<PushOutcome> outcomes = pushed.stream().map(Pushed::outcome).toList();
        if (outcomes.stream().anyMatch(PushOutcome.Misconfigured.class::isInstance)) {
            throw new PushFailedException("pushes are misconfigured");
        }
        if (outcomes.stream().anyMatch(PushOutcome.Accepted.class::isInstance)) {
            return;
        }
        if (outcomes.stream().anyMatch(PushOutcome.Retryable.class::isInstance)) {
            throw new PushFailedException("the push service stayed busy");
        }
        if (outcomes.stream().anyMatch(PushOutcome.Unanswered.class::isInstance)) {
            throw new PushFailedException("the push service did not answer");
        }
    }
}
