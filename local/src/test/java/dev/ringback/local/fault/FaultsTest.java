package dev.ringback.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.http.Endpoint;
import dev.ringback.local.http.HttpAnswer;
import dev.ringback.local.http.HttpRequest;
import dev.ringback.local.testserver.Requests;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Faults faults = new Faults();
    private final AtomicInteger processed = new AtomicInteger();
    private final Endpoint vendor = request -> {
        processed.incrementAndGet();
        return HttpAnswer.empty(200);
    };

    @Test
    void aRequestWithoutAFaultIsProcessed() throws Exception {
        assertThat(answer("GET", "/sessions").status()).isEqualTo(200);
    }

    @Test
    void aStatusIsAnsweredWithoutProcessing() throws Exception {
        plan(new FaultEffect.Status(503), false, 1);

        assertThat(answer("GET", "/sessions").status()).isEqualTo(503);
        assertThat(processed).hasValue(0);
    }

    @Test
    void aFaultEndsAfterItsTimes() throws Exception {
        plan(new FaultEffect.Status(503), false, 2);

        answer("GET", "/sessions");
        answer("GET", "/sessions");

        assertThat(answer("GET", "/sessions").status()).isEqualTo(200);
        assertThat(faults.active()).isEmpty();
    }

    @Test
    void lettingOnePassHitsTheSecond() throws Exception {
        faults.add(new Fault(Optional.empty(), "/sessions", new FaultEffect.Status(500), false, 1, 1));

        assertThat(answer("GET", "/sessions").status()).isEqualTo(200);
        assertThat(answer("GET", "/sessions").status()).isEqualTo(500);
    }

    @Test
    void anotherMethodIsLeftAlone() throws Exception {
        faults.add(new Fault(Optional.of("DELETE"), "/sessions", new FaultEffect.Drop(), false, 0, 1));

        assertThat(answer("GET", "/sessions").status()).isEqualTo(200);
    }

    @Test
    void anotherPathIsLeftAlone() throws Exception {
        plan(new FaultEffect.Drop(), false, 1);

        assertThat(answer("GET", "/participants").status()).isEqualTo(200);
    }

    @Test
    void aDroppedRequestIsNotProcessed() throws Exception {
        plan(new FaultEffect.Drop(), false, 1);

        assertThat(answer("GET", "/sessions")).isSameAs(HttpAnswer.DROP);
        assertThat(processed).hasValue(0);
    }

    @Test
    void aDelayedRequestIsProcessedForAClientThatWaits() throws Exception {
        plan(new FaultEffect.Delay(Duration.ofMillis(1)), false, 1);

        assertThat(answer("GET", "/sessions").status()).isEqualTo(200);
        assertThat(processed).hasValue(1);
    }

    @Test
    void aDelayedRequestIsNotProcessedForAClientThatLeft() throws Exception {
        plan(new FaultEffect.Delay(Duration.ofHours(1)), false, 1);

        HttpAnswer answer = faults.answer(request(() -> true), vendor, HttpAnswer::empty);

        assertThat(answer).isSameAs(HttpAnswer.DROP);
        assertThat(processed).hasValue(0);
    }

    @Test
    void aLostAnswerLeavesItsWorkDone() throws Exception {
        plan(new FaultEffect.Status(500), true, 1);

        assertThat(answer("GET", "/sessions").status()).isEqualTo(500);
        assertThat(processed).hasValue(1);
    }

    @Test
    void aConnectionDroppedAfterwardsLeavesItsWorkDone() throws Exception {
        plan(new FaultEffect.Drop(), true, 1);

        assertThat(answer("GET", "/sessions")).isSameAs(HttpAnswer.DROP);
        assertThat(processed).hasValue(1);
    }

    @Test
    void anAnswerDelayedAfterwardsLeavesItsWorkDoneWhenTheClientLeft() throws Exception {
        plan(new FaultEffect.Delay(Duration.ofHours(1)), true, 1);

        HttpAnswer answer = faults.answer(request(() -> true), vendor, HttpAnswer::empty);

        assertThat(answer).isSameAs(HttpAnswer.DROP);
        assertThat(processed).hasValue(1);
    }

    @Test
    void manyRequestsAtOnceUseAFaultExactlyItsTimes() {
        plan(new FaultEffect.Drop(), false, 50);
        AtomicInteger met = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.submit(() -> faults.next("GET", "/sessions").ifPresent(fault -> met.incrementAndGet()));
            }
        }

        assertThat(met).hasValue(50);
    }

    private void plan(FaultEffect effect, boolean after, int times) {
        faults.add(new Fault(Optional.empty(), "/sessions", effect, after, 0, times));
    }

    private HttpAnswer answer(String method, String path) throws Exception {
        return faults.answer(Requests.of(method, path, ""), vendor, HttpAnswer::empty);
    }

    private static HttpRequest request(BooleanSupplier clientGone) {
        HttpRequest plain = Requests.of("GET", "/sessions", "");
        return new HttpRequest(
                plain.method(), plain.path(), "", plain.headers(), plain.body(), plain.sourceIp(), clientGone);
    }
}
