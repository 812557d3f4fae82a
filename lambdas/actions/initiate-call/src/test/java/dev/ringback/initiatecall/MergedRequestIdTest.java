package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.Transition;
import dev.ringback.calling.media.MediaProvider.Refusal.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A request that found the callee's call instead of making one, and is sent again. */
class MergedRequestIdTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final AnnaAndBob phones = new AnnaAndBob(backend);

    @Test
    void getsTheSameAnswer() {
        phones.bobCallsAnna();
        JsonNode first = phones.annaCallsBob();
        backend.clock.advance(Duration.ofSeconds(20));

        assertThat(first.get("merged").booleanValue()).isTrue();
        assertThat(phones.annaCallsBob()).isEqualTo(first);
    }

    @Test
    void getsTheSameAnswerWhileItIsTalkedInThatCall() {
        phones.bobCallsAnna();
        JsonNode first = phones.annaCallsBob();
        backend.clock.advance(Duration.ofMinutes(5));

        assertThat(phones.annaCallsBob()).isEqualTo(first);
    }

    @Test
    void getsTheSameAnswerAfterThatCallHasEnded() {
        phones.bobCallsAnna();
        JsonNode first = phones.annaCallsBob();
        phones.end(first, Transition.HANG_UP);

        assertThat(phones.annaCallsBob()).isEqualTo(first);
        assertThat(phones.made()).hasSize(1);
    }

    @Test
    void getsTheSameAnswerAfterThatCallHasEndedWhenItHadFailedBefore() {
        backend.mediaProvider.refuseToCreate(Kind.UNAVAILABLE);
        phones.refusal();
        backend.mediaProvider.mend();
        phones.bobCallsAnna();
        JsonNode first = phones.annaCallsBob();
        phones.end(first, Transition.HANG_UP);

        assertThat(first.get("merged").booleanValue()).isTrue();
        assertThat(phones.annaCallsBob()).isEqualTo(first);
    }

    @Test
    void leavesTheCalleesOwnRequestItsAnswer() {
        JsonNode bobs = phones.bobCallsAnna();
        phones.end(phones.annaCallsBob(), Transition.HANG_UP);

        assertThat(phones.bobCallsAnna()).isEqualTo(bobs);
    }
}
