package dev.ringback.initiatecall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.SampleCalls;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Anna calls Bob's phone, and Bob calls her from his tablet, on which her call rings too. */
class GlareElsewhereTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String anna = backend.device("anna");
    private final String phone = backend.device("bob");
    private final String tablet = backend.device("bob");

    @Test
    void answersTheCallThatRings() {
        Call annas = SampleCalls.ringing(backend, anna, phone);

        JsonNode answer = actions.answer("bob", "initiateCall", bobCalls("request-1"));

        assertThat(answer.path("merged").booleanValue()).isTrue();
        assertThat(answer.path("callId").textValue()).isEqualTo(annas.id());
        assertThat(stored(annas).parties().answeredBy()).contains(tablet);
        assertThat(backend.isFree(phone)).isTrue();
    }

    @Test
    void answersTheSameWhenTheRequestIsSentAgain() {
        SampleCalls.ringing(backend, anna, phone);
        JsonNode first = actions.answer("bob", "initiateCall", bobCalls("request-1"));

        assertThat(actions.answer("bob", "initiateCall", bobCalls("request-1"))).isEqualTo(first);
        assertThat(actions.answer("bob", "initiateCall", bobCalls("request-2"))).isEqualTo(first);
    }

    @Test
    void doesNotBreakInWhenThePhoneHasAnswered() {
        Call annas = SampleCalls.answered(backend, anna, phone);

        assertThat(actions.refusal("bob", "initiateCall", bobCalls("request-1")))
                .isEqualTo(ErrorCode.BUSY);
        assertThat(stored(annas).parties().answeredBy()).contains(phone);
    }

    @Test
    void doesNotAnswerWhileTheTabletIsInAnotherCall() {
        SampleCalls.answered(backend, backend.device("carl"), tablet);
        Call annas = SampleCalls.ringing(backend, anna, phone);

        assertThat(actions.refusal("bob", "initiateCall", bobCalls("request-1")))
                .isEqualTo(ErrorCode.BUSY);
        assertThat(stored(annas).state()).isEqualTo(CallState.RINGING);
    }

    @Test
    void doesNotAnswerACallToSomebodyElse() {
        SampleCalls.ringing(backend, anna, backend.device("carl"));

        assertThat(actions.refusal("bob", "initiateCall", bobCalls("request-1")))
                .isEqualTo(ErrorCode.BUSY);
    }

    private Map<String, String> bobCalls(String requestId) {
        return Map.of("callerId", tablet, "calleeId", anna, "requestId", requestId);
    }

    private Call stored(Call call) {
        return backend.calls.find(call.id()).orElseThrow();
    }
}
