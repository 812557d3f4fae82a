package dev.ringback.pushnotifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.ringback.calling.call.CallTimeline.Entry;
import dev.ringback.pushnotifier.push.PushOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PushNotesTest {
    private final Assembled parts = new Assembled();
    private final RingingCall ringing = parts.ringing;

    @Test
    void aCallTellsWhatBecameOfThePushToEachDevice() throws Exception {
        parts.sender.answer("tablet-voip", new PushOutcome.TokenDead("PERMANENT_FAILURE 410 Unregistered"));
        parts.ring();
        assertThat(notes())
                .extracting(Entry::clientId, Entry::detail)
                .contains(
                        tuple(
                                Optional.of(ringing.phone.id()),
                                Optional.of("incoming_call GCM Accepted: SUCCESSFUL 200")),
                        tuple(
                                Optional.of(ringing.tablet.id()),
                                Optional.of("incoming_call APNS_VOIP TokenDead: PERMANENT_FAILURE 410 Unregistered")));
    }

    @Test
    void aCallTellsThatPhonesWereToldToStop() throws Exception {
        parts.stop("CANCELLED", ringing.caller.id());
        assertThat(notes())
                .extracting(note -> note.detail().orElseThrow())
                .containsExactlyInAnyOrder(
                        "call_cancelled GCM Accepted: SUCCESSFUL 200", "call_cancelled APNS Accepted: SUCCESSFUL 200");
    }

    @Test
    void noNoteHoldsAToken() throws Exception {
        parts.withToken = true;
        parts.ring();
        assertThat(notes().toString()).doesNotContain("tablet-voip", "old-voip", ringing.calleeToken);
    }

    private List<Entry> notes() {
        return ringing.stored().noted().entries();
    }
}
