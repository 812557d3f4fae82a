package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Bandwidth does to one of the five set-up requests, the caller hears of it soon and nothing stays behind. */
@ExtendWith(BackendExtension.class)
class BandwidthFaultTest {
    private Backend backend;

    @AfterEach
    void heal() throws Exception {
        backend.bandwidth().heal();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("faults")
    void aFaultGivesAnErrorWithinTenSecondsAndLeavesNothing(
            String request, String matching, String fault, Backend backend) throws Exception {
        this.backend = backend;
        Phone ada = backend.phone("ada").registered("GCM");
        Phone ben = backend.phone("ben").registered("GCM");
        backend.bandwidth().fail("{" + matching + "," + fault + "}");

        long start = System.nanoTime();
        Http.Answer answer = ada.initiateCall(ben);
        double seconds = (System.nanoTime() - start) / 1e9;

        assertThat(answer.status()).as(answer.toString()).isIn(502, 503);
        assertThat(seconds).isLessThan(10);
        backend.bandwidth().awaitEmpty();
        assertThat(backend.inbox().pushesTo(ben.deviceToken())).isEmpty();
        backend.bandwidth().heal();
        assertThat(ben.initiateCall(ada).status()).isEqualTo(200);
        assertThat(ben.endCall().status()).isEqualTo(200);
    }

    /** {@code skip} lets the first of two equal requests pass, so that each of the five is hit. */
    static Stream<Arguments> faults() {
        return Stream.of(
                        Arguments.of("create the session", "\"method\":\"POST\",\"path\":\"/sessions\""),
                        Arguments.of("create one participant", "\"method\":\"POST\",\"path\":\"/participants\""),
                        Arguments.of(
                                "create the other participant",
                                "\"method\":\"POST\",\"path\":\"/participants\",\"skip\":1"),
                        Arguments.of("add one participant", "\"method\":\"PUT\",\"path\":\"/participants/\""),
                        Arguments.of(
                                "add the other participant",
                                "\"method\":\"PUT\",\"path\":\"/participants/\",\"skip\":1"))
                .flatMap(request -> Stream.of(
                                // More often than the client tries again.
                                "\"status\":500,\"times\":5",
                                "\"status\":429,\"times\":5",
                                "\"delayMs\":20000,\"times\":5",
                                "\"drop\":true,\"times\":5")
                        .map(fault -> Arguments.of(request.get()[0], request.get()[1], fault)));
    }
}
