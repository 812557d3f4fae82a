package dev.ringback.callkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingTimeoutTest {
    @Test
    void isOfTheCallThatTheMessageNames() {
        assertThat(timeout("{\"callId\":\"call-1\"}").callId()).contains("call-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "{}", "[]", "null", "{\"callId\":7}", "{\"callId\":\" \"}"})
    void isOfNoCallWhenTheMessageCannotBeRead(String body) {
        assertThat(timeout(body).callId()).isEmpty();
    }

    private static RingTimeout timeout(String body) {
        return RingTimeout.of(
                JsonNodeFactory.instance.objectNode().put("messageId", "m-1").put("body", body));
    }
}
