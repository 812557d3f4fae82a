package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.ContendedException;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.RequestPin;
import dev.ringback.calling.call.Transition;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.telemetry.Telemetry.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a request gets whose answer the database does not take. */
class AnswerNotKeptTest {
    private boolean broken = true;
    private final InMemoryBackend backend = new InMemoryBackend(Forgetful::new);
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @Test
    void isAnsweredBecauseThePhoneRingsAlready() {
        annaCallsBob();

        assertThat(backend.ringer.rung()).hasSize(1);
        assertThat(backend.isFree(anna)).isFalse();
    }

    @Test
    void isReportedWithoutTheToken() {
        JsonNode answer = annaCallsBob();

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
        JsonNode first = annaCallsBob();

        assertThat(annaCallsBob()).isEqualTo(first);
    }

    @Test
    void isToldTheStateOfACallThatIsOver() {
        end(annaCallsBob(), Transition.CANCEL);

        assertThat(refusal()).isEqualTo(ErrorCode.CALL_CANCELLED);
        assertThat(made()).hasSize(1);
    }

    @Test
    void getsTheSameAfterTheEndIfItWasKeptTheSecondTime() {
        JsonNode first = annaCallsBob();
        broken = false;
        annaCallsBob();
        end(first, Transition.CANCEL);

        assertThat(annaCallsBob()).isEqualTo(first);
    }

    @Test
    void isToTryAgainWhenItFoundTheCalleesCallAndWouldMakeAnotherAfterIt() {
        bobCallsAnna();

        assertThatThrownBy(this::annaCallsBob).isInstanceOf(ContendedException.class);
        broken = false;
        JsonNode second = annaCallsBob();
        end(second, Transition.HANG_UP);

        assertThat(second.get("merged").booleanValue()).isTrue();
        assertThat(annaCallsBob()).isEqualTo(second);
        assertThat(made()).hasSize(1);
    }

    private JsonNode bobCallsAnna() {
        return actions.answer("bob", "initiateCall", fields(bob, anna));
    }

    private JsonNode annaCallsBob() {
        return actions.answer("anna", "initiateCall", fields(anna, bob));
    }

    private ErrorCode refusal() {
        return actions.refusal("anna", "initiateCall", fields(anna, bob));
    }

    private List<Call> made() {
        return ((InMemoryCallStore) backend.calls).all();
    }

    private static Map<String, String> fields(String callerId, String calleeId) {
        return Map.of("callerId", callerId, "calleeId", calleeId, "requestId", "request-1");
    }

    private void end(JsonNode answer, Transition transition) {
        Call call = backend.calls.find(answer.get("callId").textValue()).orElseThrow();
        backend.calls.end(call, transition, Change.bySystem("test", backend.clock.instant()));
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
