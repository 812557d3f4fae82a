package dev.ringback.pushnotifier;

import dev.ringback.calling.device.Device;
import dev.ringback.telemetry.JsonTelemetry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The function's parts around one ringing call, with nothing of AWS behind them. */
final class Assembled {
    final RingingCall ringing = new RingingCall();
    final ScriptedSender sender = new ScriptedSender();
    final ScriptedSender rehearsal = new ScriptedSender();
    final List<String> marked = new ArrayList<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    CallerNames names = (callerId, owner) -> Optional.of("Ada Lovelace");
    boolean withToken;

    Wiring wiring() {
        var parts =
                new Wiring.Parts(ringing.backend.calls, ringing.backend.devices, this::mark, names, sender, rehearsal);
        var telemetry = new JsonTelemetry("test", new PrintStream(log, true, StandardCharsets.UTF_8), ringing.clock);
        return Wiring.of(parts, withToken, telemetry, ringing.clock, ringing.clock::advance);
    }

    void ring() throws InterruptedException {
        ring(ringing.call.id());
    }

    void ring(String callId) throws InterruptedException {
        wiring().jobs().run(new PushEvent.Ring(callId));
    }

    void stop(String state, String by) throws InterruptedException {
        wiring().jobs().run(new PushEvent.Stop(change(state, by, 2)));
    }

    /** The ringing call, having become this now. */
    CallChange change(String state, String by, long version) {
        return new CallChange(
                ringing.call.id(),
                state,
                by,
                ringing.caller.id(),
                "ada",
                ringing.phone.id(),
                Optional.of("bob"),
                ringing.clock.instant(),
                version,
                Optional.of(RingingCall.TRACE));
    }

    /** What was sent at the first attempt. */
    ScriptedSender.Sent first() {
        return sender.sent.getFirst();
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private void mark(Device seen, String token, Instant at) {
        marked.add(token);
    }
}
