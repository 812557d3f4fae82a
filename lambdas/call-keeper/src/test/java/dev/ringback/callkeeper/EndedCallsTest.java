package dev.ringback.callkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.Call;
import dev.ringback.functionkit.WorkTime;
import dev.ringback.telemetry.Metric;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndedCallsTest extends KeeperTest {
    private final EndedCalls endedCalls = new EndedCalls(backend.calls, release, each, backend.telemetry);

    @Test
    void releasesTheCallsOfABatch() {
        assertThat(release(change("1", ended()), change("2", ended()))).isEmpty();
        assertThat(backend.mediaProvider.live()).isEmpty();
    }

    @Test
    void releasesACallOnceThatIsInTheBatchTwice() {
        Call call = ended();
        release(change("1", call), change("2", call));
        assertThat(backend.mediaProvider.released()).hasSize(1);
    }

    @Test
    void passesOverAChangeThatLeavesNoMedia() {
        assertThat(release(new CallChange("1", Optional.of(ended().id()), false)))
                .isEmpty();
        assertThat(backend.mediaProvider.released()).isEmpty();
    }

    @Test
    void passesOverACallThatIsGone() {
        assertThat(release(new CallChange("1", Optional.of("gone"), true))).isEmpty();
    }

    @Test
    void skipsARecordThatCannotBeRead() {
        assertThat(release(new CallChange("1", Optional.empty(), false), change("2", ended())))
                .isEmpty();
        assertThat(reported("changeNotRead").get("sequenceNumber")).isEqualTo("1");
        assertThat(backend.mediaProvider.live()).isEmpty();
    }

    @Test
    void leavesWhatTheProviderDoesNotDeleteToTheSweeper() {
        backend.mediaProvider.breakDown();
        Call call = ended();
        assertThat(release(change("1", call))).isEmpty();
        assertThat(stored(call).leaseUntil()).contains(backend.clock.instant().plusSeconds(30));
        assertThat(counted(Metric.MEDIA_LEFT_BEHIND)).hasSize(1);
    }

    @Test
    void asksForTheStreamAgainFromTheFirstCallThatFailed() {
        Call second = ended();
        Call third = ended();
        broken.addAll(List.of(second.id(), third.id()));
        assertThat(release(change("1", ended()), change("2", second), change("3", third)))
                .containsExactly("2");
    }

    @Test
    void releasesTheOthersWhenOneFails() {
        Call failing = ended();
        broken.add(failing.id());
        release(change("1", failing), change("2", ended()));
        assertThat(backend.mediaProvider.live()).hasSize(1);
    }

    @Test
    void asksForTheStreamAgainWhenTheTimeIsUp() {
        assertThat(release(noTime(), change("1", ended()))).containsExactly("1");
        assertThat(backend.mediaProvider.released()).isEmpty();
    }

    @Test
    void reportsABatchInOneLine() {
        release(change("1", ended()), change("2", ended()), new CallChange("3", Optional.of("gone"), true));
        assertThat(reported("callsReleased").get("released")).isEqualTo(2L);
        assertThat(reported("callsReleased").get("unchanged")).isEqualTo(1L);
    }

    private List<String> release(CallChange... changes) {
        return release(time(), changes);
    }

    private List<String> release(WorkTime time, CallChange... changes) {
        return endedCalls.release(List.of(changes), time).failed();
    }

    private static CallChange change(String sequenceNumber, Call call) {
        return new CallChange(sequenceNumber, Optional.of(call.id()), true);
    }
}
