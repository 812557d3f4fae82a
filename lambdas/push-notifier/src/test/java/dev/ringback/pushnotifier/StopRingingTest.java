package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.device.NotifyType;
import dev.ringback.pushnotifier.push.Address;
import dev.ringback.pushnotifier.push.Push;
import dev.ringback.pushnotifier.push.StopReason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StopRingingTest {
    private final Assembled parts = new Assembled();
    private final RingingCall ringing = parts.ringing;

    @ParameterizedTest
    @CsvSource({"ANSWERED,ANSWERED_ELSEWHERE", "DECLINED,DECLINED_ELSEWHERE"})
    void tellsTheDevicesThatDidNotDoIt(String state, StopReason reason) throws Exception {
        parts.stop(state, ringing.phone.id());
        assertThat(reason()).isEqualTo(reason);
        assertThat(parts.first().addresses())
                .containsExactly(new Address(ringing.tablet.id(), NotifyType.APNS, "tablet-alert"));
    }

    @Test
    void tellsTheDialedDeviceThatAnotherAnswered() throws Exception {
        parts.stop("ANSWERED", ringing.tablet.id());
        assertThat(parts.first().tokens()).containsExactly("phone");
    }

    @Test
    void tellsAllThatThereIsNothingToAnswer() throws Exception {
        parts.stop("CANCELLED", "system");
        assertThat(reason()).isEqualTo(StopReason.CALLER_HANGUP);
        assertThat(parts.first().tokens()).containsExactlyInAnyOrder("phone", "tablet-alert");
    }

    @Test
    void tellsAllThatNobodyAnswered() throws Exception {
        parts.stop("MISSED", "system");
        assertThat(parts.first().push()).isInstanceOf(Push.MissedCall.class);
        assertThat(parts.first().tokens()).containsExactlyInAnyOrder("phone", "tablet-alert");
    }

    @Test
    void namesTheCaller() throws Exception {
        parts.stop("MISSED", "system");
        assertThat(parts.first().push().notice().callerName()).contains("Ada Lovelace");
    }

    @Test
    void aMissedCallIsWorthHours() throws Exception {
        parts.stop("MISSED", "system");
        assertThat(parts.first().push().notice().timeToLive()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void aCancelIsWorthAMinute() throws Exception {
        parts.stop("CANCELLED", ringing.caller.id());
        assertThat(parts.first().push().notice().timeToLive()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void saysNothingOfACancelThatIsOld() throws Exception {
        CallChange old = parts.change("CANCELLED", ringing.caller.id(), 2);
        ringing.clock.advance(Duration.ofMinutes(2));
        parts.wiring().jobs().run(new PushEvent.Stop(old));
        assertThat(parts.sender.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANCELLED", "MISSED"})
    void saysNothingOfACallThatRangForNobody(String state) throws Exception {
        CallChange kept = new CallChange(
                ringing.call.id(),
                state,
                "system",
                ringing.caller.id(),
                "ada",
                ringing.phone.id(),
                Optional.empty(),
                ringing.clock.instant(),
                2,
                Optional.empty());
        parts.wiring().jobs().run(new PushEvent.Stop(kept));
        assertThat(parts.sender.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RINGING", "ENDED", "UNREACHABLE", "FAILED", "A_STATE_OF_TOMORROW"})
    void saysNothingOfWhatEndsNoRinging(String state) throws Exception {
        parts.stop(state, "system");
        assertThat(parts.sender.sent).isEmpty();
    }

    private StopReason reason() {
        return ((Push.CallCancelled) parts.first().push()).reason();
    }
}
