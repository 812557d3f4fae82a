package dev.ringback.operations.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallTimeline.Entry;
import dev.ringback.calling.call.SampleCalls;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineCommandTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsTimesFromTheStartInColumns() {
        Call call = SampleCalls.ringing(backend, anna, bob);
        backend.clock.advance(Duration.ofMillis(412));
        note(call, Entry.push(backend.clock.instant(), bob, "incoming_call GCM accepted"));
        backend.clock.advance(Duration.ofMillis(1100));
        note(call, Entry.woken(backend.clock.instant(), bob));
        backend.answering.answer(call.id(), bob, "bob");
        backend.clock.advance(Duration.ofSeconds(63));
        backend.ending.hangUp(backend.calls.find(call.id()).orElseThrow(), anna, Optional.empty());

        assertThat(run(call.id())).isZero();
        assertThat(text(out))
                .isEqualTo("""
                        call     CALL, ENDED
                        caller   ANNA
                        callee   BOB
                        started  2026-03-01T12:00:00Z

                         0.000 s  reserved     ANNA
                         0.000 s  media ready
                         0.412 s  push         BOB  incoming_call GCM accepted
                         1.512 s  woken        BOB
                         1.512 s  answered     BOB
                        64.512 s  ended        ANNA
                        """.replace("CALL", call.id()).replace("ANNA", anna).replace("BOB", bob));
    }

    @Test
    void printsNoTokenOfTheCall() {
        Call call = SampleCalls.answered(backend, anna, bob);

        run(call.id());

        assertThat(text(out))
                .doesNotContain(call.media().orElseThrow().caller().token())
                .doesNotContain(call.media().orElseThrow().callee().token());
    }

    @Test
    void saysThatThereIsNoSuchCall() {
        assertThat(run("call-1")).isEqualTo(1);
        assertThat(text(err)).startsWith("ringback: there is no call call-1;");
        assertThat(text(out)).isEmpty();
    }

    private int run(String callId) {
        return new TimelineCommand(backend.calls, print(out), print(err)).run(callId);
    }

    private void note(Call call, Entry entry) {
        backend.calls.note(call.id(), List.of(entry));
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
