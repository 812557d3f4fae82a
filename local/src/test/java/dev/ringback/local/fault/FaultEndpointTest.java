package dev.ringback.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.testserver.Requests;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultEndpointTest {
    private final Faults faults = new Faults();
    private final FaultEndpoint endpoint = new FaultEndpoint(faults);

    @Test
    void plansAStatus() {
        post("{\"method\":\"POST\",\"path\":\"/sessions\",\"status\":500,\"times\":3}");

        assertThat(faults.active())
                .containsExactly(new Fault(Optional.of("POST"), "/sessions", new FaultEffect.Status(500), false, 0, 3));
    }

    @Test
    void plansADelayOnceUnlessToldOtherwise() {
        post("{\"path\":\"/sessions\",\"delayMs\":250,\"after\":true}");

        assertThat(faults.active())
                .containsExactly(new Fault(
                        Optional.empty(), "/sessions", new FaultEffect.Delay(Duration.ofMillis(250)), true, 0, 1));
    }

    @Test
    void plansADrop() {
        post("{\"path\":\"\",\"drop\":true}");

        assertThat(faults.active())
                .containsExactly(new Fault(Optional.empty(), "", new FaultEffect.Drop(), false, 0, 1));
    }

    @Test
    void plansTheEndOfAPush() {
        post("{\"path\":\"push/GCM\",\"deliveryStatus\":\"PERMANENT_FAILURE\",\"statusCode\":410,"
                + "\"statusMessage\":\"Unregistered\"}");

        assertThat(faults.active().getFirst().effect())
                .isEqualTo(new FaultEffect.Delivery("PERMANENT_FAILURE", 410, "Unregistered"));
    }

    @Test
    void listsWhatIsStillToCome() {
        post("{\"method\":\"PUT\",\"path\":\"/a\",\"status\":429,\"times\":2}");
        faults.next("PUT", "/a");

        assertThat(text(endpoint.answer(Requests.of("GET", "/_faults", ""))))
                .isEqualTo("{\"faults\":[{\"method\":\"PUT\",\"path\":\"/a\",\"status\":429,\"after\":false,"
                        + "\"skip\":0,\"times\":1}]}");
    }

    @Test
    void clearEndsThemAll() {
        post("{\"path\":\"\",\"drop\":true}");

        assertThat(post("{\"clear\":true}").status()).isEqualTo(200);
        assertThat(faults.active()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not json                                       | not JSON",
                "[]                                             | JSON object",
                "{\"status\":500}                               | path",
                "{\"path\":\"a\"}                               | exactly one",
                "{\"path\":\"a\",\"status\":500,\"drop\":true}  | exactly one",
                "{\"path\":\"a\",\"status\":\"500\"}            | status",
                "{\"path\":\"a\",\"status\":204}                | status",
                "{\"path\":\"a\",\"delayMs\":-1}                | delayMs",
                "{\"path\":\"a\",\"delayMs\":1.5}               | delayMs",
                "{\"path\":\"a\",\"drop\":false}                | drop",
                "{\"path\":\"a\",\"drop\":true,\"times\":0}     | times",
                "{\"path\":\"a\",\"delay\":5}                   | no key delay",
                "{\"path\":\"a\",\"drop\":true,\"after\":1}     | after",
                "{\"path\":\"a\",\"drop\":true,\"method\":1}    | method",
                "{\"path\":\"push/\",\"deliveryStatus\":\"NO\"} | deliveryStatus",
                "{\"path\":\"a\",\"deliveryStatus\":\"OPT_OUT\"} | push/",
                "{\"path\":\"a\",\"status\":500,\"statusMessage\":\"x\"} | statusMessage",
                "{\"clear\":false}                              | clear",
                "{\"clear\":true,\"path\":\"a\"}                | clear",
            })
    void refusesABadFaultWithItsReason(String body, String reason) {
        HttpAnswer answer = post(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(text(answer)).contains(reason);
        assertThat(faults.active()).isEmpty();
    }

    @Test
    void refusesAnotherMethod() {
        assertThat(endpoint.answer(Requests.of("DELETE", "/_faults", "")).status())
                .isEqualTo(405);
    }

    private HttpAnswer post(String body) {
        return endpoint.answer(Requests.of("POST", "/_faults", body));
    }

    private static String text(HttpAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
