package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.gateway.JournalEntry;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Counts the steps that wait for one another: the longest chain of requests of which each began after the one before had ended. */
@ExtendWith(BackendExtension.class)
class RoundTripTest {
    /** Slows every request down, so that requests sent together surely overlap. */
    private static final String SLOW = "\"delayMs\":500,\"times\":100";

    private Backend backend;
    private Phone ada;
    private Phone ben;

    @AfterEach
    void heal() throws Exception {
        backend.bandwidth().heal();
        Http.post(backend.runtime().endpoints().awsEndpoint() + "/_faults", "{\"clear\":true}");
    }

    @BeforeEach
    void twoPhones(Backend backend) throws Exception {
        this.backend = backend;
        ada = backend.phone("ada").registered("GCM");
        ben = backend.phone("ben").registered("GCM");
        // Loads what the first request loads: credentials, access token, connections.
        String callId = ada.calls(ben);
        ben.answerCall(callId);
        ada.endCall(callId);
        backend.bandwidth().awaitEmpty();
    }

    @Test
    void settingUpACallTakesFourSteps() throws Exception {
        assertThat(stepsOf(() -> ada.initiateCall(ben))).isEqualTo(4);
        ada.endCall();
    }

    @Test
    void keepingTheAnswerOfARequestTakesNoStepMore() throws Exception {
        String requestId = UUID.randomUUID().toString();
        assertThat(stepsOf(() -> ada.initiateCall(ben, requestId))).isEqualTo(4);
        ada.endCall();
    }

    @Test
    void aRequestThatIsSentAgainTakesTwoSteps() throws Exception {
        String requestId = UUID.randomUUID().toString();
        ada.initiateCall(ben, requestId);
        assertThat(stepsOf(() -> ada.initiateCall(ben, requestId))).isEqualTo(2);
        ada.endCall();
    }

    @Test
    void answeringTakesOneStep() throws Exception {
        String callId = ada.calls(ben);
        assertThat(stepsOf(() -> ben.answerCall(callId))).isEqualTo(1);
        ada.endCall();
    }

    @Test
    void decliningTakesTwoSteps() throws Exception {
        String callId = ada.calls(ben);
        assertThat(stepsOf(() -> ben.declineCall(callId))).isEqualTo(2);
    }

    @Test
    void hangingUpACallByItsIdTakesTwoSteps() throws Exception {
        String callId = ada.calls(ben);
        assertThat(stepsOf(() -> ada.endCall(callId))).isEqualTo(2);
    }

    @Test
    void hangingUpWhateverCallTakesThreeSteps() throws Exception {
        ada.calls(ben);
        assertThat(stepsOf(ada::endCall)).isEqualTo(3);
    }

    @Test
    void lookingAtACallTakesOneStep() throws Exception {
        String callId = ada.calls(ben);
        assertThat(stepsOf(() -> ada.getCall(callId))).isEqualTo(1);
        ada.endCall();
    }

    @Test
    void onlyTheFirstLookOfAPhoneThatWakesTakesAnother() throws Exception {
        String callId = ada.calls(ben);
        assertThat(stepsOf(() -> ben.getCall(callId))).isEqualTo(2);
        assertThat(stepsOf(() -> ben.getCall(callId))).isEqualTo(1);
        ada.endCall();
    }

    @Test
    void lookingThroughTheHistoryTakesOneStep() throws Exception {
        assertThat(stepsOf(ada::listCalls)).isEqualTo(1);
    }

    private int stepsOf(Callable<Http.Answer> request) throws Exception {
        slowDown();
        long start = System.nanoTime();
        assertThat(request.call().status()).isEqualTo(200);
        List<JournalEntry> requests = since(start);
        heal();
        assertThat(requests).isNotEmpty();
        return steps(requests);
    }

    private void slowDown() throws Exception {
        backend.bandwidth().fail("{\"path\":\"/\"," + SLOW + "}");
        Http.post(backend.runtime().endpoints().awsEndpoint() + "/_faults", "{\"path\":\"/\"," + SLOW + "}");
    }

    /** What call-api sent while it handled the request: the journal also holds what the other functions sent after it. */
    private List<JournalEntry> since(long start) {
        long answered = System.nanoTime();
        return backend.runtime().journal().entries().stream()
                .filter(entry -> entry.startNanos() >= start && entry.endNanos() <= answered)
                .filter(entry ->
                        entry.principal().isEmpty() || entry.principal().contains("CallApiFunction"))
                .filter(entry -> !entry.target().contains("/api"))
                .toList();
    }

    private static int steps(List<JournalEntry> requests) {
        int steps = 0;
        long end = Long.MIN_VALUE;
        for (JournalEntry request : requests.stream()
                .sorted(Comparator.comparingLong(JournalEntry::endNanos))
                .toList()) {
            if (request.startNanos() >= end) {
                steps++;
                end = request.endNanos();
            }
        }
        return steps;
    }
}
