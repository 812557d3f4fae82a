package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bandwidth's credentials are changed while people call each other, as docs/operations.md says, and nobody notices. */
class RotationTest {
    private static final int PAIRS = 3;

    private static Backend backend;
    private static BandwidthSecret secret;

    @BeforeAll
    static void start() throws Exception {
        backend = Backend.startInMemory();
        secret = backend.bandwidthSecret();
    }

    @AfterAll
    static void stop() {
        secret.close();
        backend.close();
    }

    static Stream<Arguments> rotations() {
        return Stream.of(
                Arguments.of("a client's by another's", BandwidthSecret.CLIENT),
                Arguments.of("a client's by an API user's", BandwidthSecret.API_USER),
                Arguments.of("an API user's by another's", BandwidthSecret.API_USER),
                Arguments.of("an API user's by a client's", BandwidthSecret.CLIENT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rotations")
    void noCallIsLost(String what, List<String> kind) throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger made = new AtomicInteger();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<String>>> failures = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                failures.add(people.submit(calling(enough, made)));
            }
            try {
                some(made, "before");
                rotate(kind);
                some(made, "after");
            } finally {
                enough.set(true);
            }
            for (Future<List<String>> failure : failures) {
                assertThat(failure.get()).isEmpty();
            }
        }
        assertThat(backend.logs()).contains("\"outcome\":\"401\"");
        backend.bandwidth().awaitEmpty();
    }

    /** The order matters: the old ones are good until the secret has the new ones. */
    private static void rotate(List<String> kind) throws Exception {
        JsonNode fresh = secret.createAtBandwidth();
        secret.store(fresh, kind);
        secret.revokeAtBandwidth();
    }

    private static void some(AtomicInteger made, String when) throws Exception {
        int until = made.get() + 2 * PAIRS;
        Eventually.holds("calls are made " + when, () -> made.get() >= until);
    }

    /** One pair of people, who call each other until it is enough; what did not go well. */
    private static Callable<List<String>> calling(AtomicBoolean enough, AtomicInteger made) {
        return () -> {
            Phone ada = backend.phone("ada").registered("GCM");
            Phone ben = backend.phone("ben").registered("GCM");
            List<String> failures = new ArrayList<>();
            while (!enough.get()) {
                Stream.of(called(ada, ben), ada.endCall())
                        .filter(answer -> answer.status() != 200)
                        .forEach(answer -> failures.add(answer.toString()));
                made.incrementAndGet();
            }
            return failures;
        };
    }

    /** As a phone does it: on a machine that is busy Bandwidth may take too long, which is no matter of credentials. */
    private static Http.Answer called(Phone caller, Phone callee) throws Exception {
        Http.Answer answer = caller.initiateCall(callee);
        return answer.status() == 503 && answer.error().equals("BANDWIDTH_UNAVAILABLE")
                ? caller.initiateCall(callee)
                : answer;
    }
}
