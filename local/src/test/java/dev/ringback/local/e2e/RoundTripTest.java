package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.gateway.JournalEntry;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Counts the steps that wait for one another: the longest chain of requests of which each began after the one before had ended. */
@ExtendWith(BackendExtension.class)
class RoundTripTest {
    /** Slows every request down, so that requests sent together surely overlap. */
    private static final String SLOW = "\"delayMs\":500,\"times\":100";

    private Backend backend;

    @AfterEach
    void heal() throws Exception {
        backend.bandwidth().heal();
        Http.post(backend.runtime().endpoints().awsEndpoint() + "/_faults", "{\"clear\":true}");
    }

    @Test
    void settingUpACallTakesFourSteps(Backend backend) throws Exception {
        this.backend = backend;
        Phone ada = backend.phone("ada").registered("GCM");
        Phone ben = backend.phone("ben").registered("GCM");
        ada.initiateCall(ben);
        ada.endCall();
        slowDown();
        long start = System.nanoTime();

        assertThat(ada.initiateCall(ben).status()).isEqualTo(200);

        List<JournalEntry> requests = since(start);
        assertThat(steps(requests)).as(requests.toString()).isEqualTo(4);
        ada.endCall();
    }

    @Test
    void hangingUpTakesThreeSteps(Backend backend) throws Exception {
        this.backend = backend;
        Phone ada = backend.phone("ada").registered("GCM");
        Phone ben = backend.phone("ben").registered("GCM");
        ada.initiateCall(ben);
        slowDown();
        long start = System.nanoTime();

        assertThat(ada.endCall().status()).isEqualTo(200);

        List<JournalEntry> requests = since(start);
        assertThat(steps(requests)).as(requests.toString()).isEqualTo(3);
    }

    private void slowDown() throws Exception {
        backend.bandwidth().fail("{\"path\":\"/\"," + SLOW + "}");
        Http.post(backend.runtime().endpoints().awsEndpoint() + "/_faults", "{\"path\":\"/\"," + SLOW + "}");
    }

    /** What call-api sent while it handled the request: the journal also holds what the push function sent after it. */
    private List<JournalEntry> since(long start) {
        long answered = System.nanoTime();
        return backend.runtime().journal().entries().stream()
                .filter(entry -> entry.startNanos() >= start && entry.endNanos() <= answered)
                .filter(entry -> !entry.principal().contains("PushNotifier"))
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
