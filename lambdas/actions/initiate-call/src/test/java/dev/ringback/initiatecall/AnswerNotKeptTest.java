package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.RequestPin;
import dev.ringback.calling.call.Transition;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.telemetry.Telemetry.Level;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a request gets whose answer the database does not take. */
class AnswerNotKeptTest {
    private boolean broken = true;
    private final InMemoryBackend backend = new InMemoryBackend(Forgetful::new);
    private final AnnaAndBob phones = new AnnaAndBob(backend);

    @Test
    void isAnsweredBecauseThePhoneRingsAlready() {
        phones.annaCallsBob();

        assertThat(backend.ringer.rung()).hasSize(1);
        assertThat(backend.isFree(phones.anna)).isFalse();
    }

    @Test
    void isReportedWithoutTheToken() {
        JsonNode answer = phones.annaCallsBob();

        assertThat(backend.telemetry.events())
                .filteredOn(event -> event.event().equals("answerNotKept"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.level()).isEqualTo(Level.WARN);
                    assertThat(event.fields().get("callId"))
                            .isEqualTo(answer.get("callId").textValue());
                    assertThat(event.toString())
                            .doesNotContain(answer.get("token").textValue());
                });
    }

    @Test
    void getsTheSameAgainWhileTheCallLives() {
        JsonNode first = phones.annaCallsBob();

        assertThat(phones.annaCallsBob()).isEqualTo(first);
    }

    @Test
    void isToldTheStateOfACallThatIsOver() {
        phones.end(phones.annaCallsBob(), Transition.CANCEL);

        assertThat(phones.refusal()).isEqualTo(ErrorCode.CALL_CANCELLED);
        assertThat(phones.made()).hasSize(1);
    }

    @Test
    void getsTheSameAfterTheEndIfItWasKeptTheSecondTime() {
        JsonNode first = phones.annaCallsBob();
        broken = false;
        phones.annaCallsBob();
        phones.end(first, Transition.CANCEL);

        assertThat(phones.annaCallsBob()).isEqualTo(first);
    }

    @Test
    void isToTryAgainWhenItFoundTheCalleesCallAndWouldMakeAnotherAfterIt() {
        phones.bobCallsAnna();

        assertThatThrownBy(phones::annaCallsBob).isInstanceOf(ContendedException.class);
        broken = false;
        JsonNode second = phones.annaCallsBob();
        phones.end(second, Transition.HANG_UP);

        assertThat(second.get("merged").booleanValue()).isTrue();
        assertThat(phones.annaCallsBob()).isEqualTo(second);
        assertThat(phones.made()).hasSize(1);
    }

    private final class Forgetful extends InMemoryCallStore {
        Forgetful(InMemoryDeviceStore devices) {
            super(devices);
        }

        @Override
        public void keepAnswer(RequestPin pin, String callId, String token, Instant now) {
            if (broken) {
                throw new ContendedException("others", null);
            }
            super.keepAnswer(pin, callId, token, now);
        }
    }
}
