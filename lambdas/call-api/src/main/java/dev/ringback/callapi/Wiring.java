package dev.ringback.callapi;

import dev.ringback.actionkit.Ports;
import dev.ringback.calling.Pause;
import dev.ringback.calling.call.CallAnswering;
import dev.ringback.calling.call.CallDeclining;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.call.CallTimes;
import dev.ringback.calling.call.LambdaRinger;
import dev.ringback.calling.call.Ringer;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.media.MediaProvider;
import dev.ringback.calling.media.bandwidth.BandwidthSessions;
import dev.ringback.functionkit.Environment;
import dev.ringback.telemetry.JsonTelemetry;
import dev.ringback.telemetry.Telemetry;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The parts of a function that runs actions; what none of its actions asks for is not made. */
record Wiring(Offers offers, JsonTelemetry telemetry) {

    static Wiring of(Environment environment) {
        Clock clock = Clock.systemUTC();
        JsonTelemetry telemetry = new JsonTelemetry(environment.text("ENVIRONMENT_NAME"), System.out, clock);
        return of(new Adapters(environment, clock, telemetry).offers(), telemetry, clock, environment);
    }

    /** @param offers the adapters, to which it adds what is built on them */
    static Wiring of(Offers offers, JsonTelemetry telemetry, Clock clock, Environment environment) {
        offers.offer(Clock.class, () -> clock)
                .offer(Telemetry.class, () -> telemetry)
                .offer(Pause.class, () -> Thread::sleep)
                .offer(MediaProvider.class, () -> offers.get(BandwidthSessions.class))
                .offer(Ringer.class, () -> offers.get(LambdaRinger.class))
                .offer(CallEnding.class, () -> new CallEnding(offers.get(CallStore.class), clock, telemetry))
                .offer(
                        CallAnswering.class,
                        () -> new CallAnswering(
                                offers.get(CallStore.class),
                                offers.get(CallEnding.class),
                                offers.get(CallTimes.class),
                                clock,
                                telemetry))
                .offer(
                        CallDeclining.class,
                        () -> new CallDeclining(
                                offers.get(CallStore.class),
                                offers.get(DeviceStore.class),
                                offers.get(CallEnding.class),
                                environment.flag("DECLINE_ENDS_ALL")));
        return new Wiring(offers, telemetry);
    }

    Ports ports() {
        return offers;
    }

    /**
     * @param actions those of the function
     * @param answer the handler's own way from event to answer
     */
    Map<String, Runnable> priming(Set<String> actions, Function<HttpEvent, HttpAnswer> answer) {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        HarmlessRequest.all().stream()
                .filter(request -> actions.contains(request.action()))
                .forEach(request -> steps.put(request.action(), () -> request.sendTo(answer)));
        // What no harmless request reaches.
        offers.ifMade(LambdaRinger.class).ifPresent(ringer -> steps.put("push function", ringer::prime));
        offers.ifMade(BandwidthSessions.class).ifPresent(sessions -> steps.put("Bandwidth", sessions::prime));
        return steps;
    }
}
