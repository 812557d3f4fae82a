package dev.ringback.local.fault;

import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** The failures planned for one simulated vendor; each is counted down by the requests it meets. */
public final class Faults {
    private static final Duration LOOK_AFTER_CLIENT = Duration.ofMillis(50);

    private final List<Fault> active = new ArrayList<>();

    public synchronized void add(Fault fault) {
        active.add(fault);
    }

    public synchronized void clear() {
        active.clear();
    }

    public synchronized List<Fault> active() {
        return List.copyOf(active);
    }

    /** The oldest fault for this request, which is thereby used once. */
    public synchronized Optional<Fault> next(String method, String path) {
        for (int i = 0; i < active.size(); i++) {
            Fault fault = active.get(i);
            if (!fault.matches(method, path)) {
                continue;
            }
            if (fault.skip() == 0) {
                use(i);
                return Optional.of(fault);
            }
            active.set(i, fault.oneNearer());
        }
        return Optional.empty();
    }

    private void use(int index) {
        if (active.get(index).times() == 1) {
            active.remove(index);
        } else {
            active.set(index, active.get(index).oneLess());
        }
    }

    /**
     * Answers a request through the fault that is planned for it, if any.
     *
     * @param refusal the vendor's answer with a given error status
     */
    public HttpAnswer answer(HttpRequest request, Endpoint vendor, IntFunction<HttpAnswer> refusal) throws Exception {
        Optional<Fault> fault = next(request.method(), request.path());
        if (fault.isEmpty()) {
            return vendor.answer(request);
        }
        return fault.get().after()
                ? failAfter(fault.get().effect(), request, vendor, refusal)
                : failBefore(fault.get().effect(), request, vendor, refusal);
    }

    private static HttpAnswer failBefore(
            FaultEffect effect, HttpRequest request, Endpoint vendor, IntFunction<HttpAnswer> refusal)
            throws Exception {
        return switch (effect) {
            case FaultEffect.Status(int status) -> refusal.apply(status);
            case FaultEffect.Drop() -> HttpAnswer.DROP;
            case FaultEffect.Delay(Duration time) ->
                stays(time, request.clientGone()) ? vendor.answer(request) : HttpAnswer.DROP;
            case FaultEffect.Delivery push -> vendor.answer(request);
        };
    }

    private static HttpAnswer failAfter(
            FaultEffect effect, HttpRequest request, Endpoint vendor, IntFunction<HttpAnswer> refusal)
            throws Exception {
        HttpAnswer answer = vendor.answer(request);
        return switch (effect) {
            case FaultEffect.Status(int status) -> refusal.apply(status);
            case FaultEffect.Drop() -> HttpAnswer.DROP;
            case FaultEffect.Delay(Duration time) -> stays(time, request.clientGone()) ? answer : HttpAnswer.DROP;
            case FaultEffect.Delivery push -> answer;
        };
    }

    /** Waits, and tells whether the client waited as well. */
    public static boolean stays(Duration time, BooleanSupplier clientGone) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (clientGone.getAsBoolean()) {
                return false;
            }
            Thread.sleep(Duration.ofNanos(Math.min(left, LOOK_AFTER_CLIENT.toNanos())));
        }
        return !clientGone.getAsBoolean();
    }
}
