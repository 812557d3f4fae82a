package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.gateway.JournalEntry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A phone that got no answer asks again, and there is one call. */
@ExtendWith(BackendExtension.class)
class RepeatedRequestTest {
    private final String requestId = UUID.randomUUID().toString();
    private Backend backend;
    private Phone ada;
    private Phone ben;

    @BeforeEach
    void twoPhones(Backend backend) throws Exception {
        this.backend = backend;
        ada = backend.phone("ada").registered("GCM");
        ben = backend.phone("ben").registered("GCM");
    }

    @AfterEach
    void hangUp() throws Exception {
        ada.endCall();
        backend.bandwidth().heal();
        backend.bandwidth().awaitEmpty();
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswer() throws Exception {
        Http.Answer first = ada.initiateCall(ben, requestId);
        Http.Answer second = ada.initiateCall(ben, requestId);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(backend.bandwidth().state().path("sessions")).hasSize(1);
    }

    @Test
    void twentyAtOnceMakeOneCall() throws Exception {
        List<Callable<Http.Answer>> requests = IntStream.range(0, 20)
                .mapToObj(_ -> (Callable<Http.Answer>) () -> ada.initiateCall(ben, requestId))
                .toList();

        List<Http.Answer> answers = Http.atOnce(requests);

        assertThat(answers).extracting(Http.Answer::status).containsOnly(200);
        assertThat(answers.stream().map(Http.Answer::body).distinct()).hasSize(1);
        assertThat(backend.bandwidth().state().path("sessions")).hasSize(1);
        assertThat(backend.inbox().pushesTo(ben.deviceToken())).hasSizeLessThanOrEqualTo(1);
        assertThat(ada.listCalls().body().path("items")).hasSize(1);
    }

    @Test
    void aRequestWhoseCallIsOverGetsTheSameAnswer() throws Exception {
        Http.Answer first = ada.initiateCall(ben, requestId);
        ada.endCall();
        backend.bandwidth().awaitEmpty();

        Http.Answer again = ada.initiateCall(ben, requestId);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void aRequestWhoseCallIsOverMakesAndRingsNothing() throws Exception {
        ada.initiateCall(ben, requestId);
        ada.endCall();
        backend.bandwidth().awaitEmpty();
        long before = System.nanoTime();

        ada.initiateCall(ben, requestId);

        assertThat(sentByCallApiSince(before)).containsExactly("dynamodb/TransactWriteItems", "dynamodb/GetItem");
        assertThat(backend.bandwidth().state().path("sessions")).isEmpty();
        assertThat(ada.listCalls().body().path("items")).hasSize(1);
    }

    @Test
    void aRequestWhoseCallCouldNotBeSetUpMayTryAgain() throws Exception {
        backend.bandwidth().fail("{\"method\":\"POST\",\"path\":\"/sessions\",\"status\":500,\"times\":1}");
        assertThat(ada.initiateCall(ben, requestId).status()).isEqualTo(502);

        assertThat(ada.initiateCall(ben, requestId).status()).isEqualTo(200);
    }

    private List<String> sentByCallApiSince(long start) {
        return backend.runtime().journal().entries().stream()
                .filter(entry -> entry.startNanos() >= start)
                .filter(entry -> entry.principal().contains("CallApiFunction"))
                .map(JournalEntry::target)
                .toList();
    }
}
