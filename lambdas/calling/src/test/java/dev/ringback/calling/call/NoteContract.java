package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.CallTimeline.Entry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is noted of a call beside its state. */
interface NoteContract extends CallStoreContract {
    @Test
    default void addsToWhatWasNoted() {
        Call call = ringing(anna(), bob());
        Entry pushed = Entry.push(NOW.plusMillis(400), bob().id(), "GCM: accepted");
        Entry woken = Entry.woken(NOW.plusMillis(900), bob().id());

        calls().note(call.id(), List.of(pushed));
        calls().note(call.id(), List.of(woken));

        assertThat(stored(call).noted().entries()).containsExactly(pushed, woken);
    }

    @Test
    default void changesNothingElseOfTheCall() {
        Call call = ringing(anna(), bob());
        List<Entry> woken = List.of(Entry.woken(NOW, bob().id()));

        calls().note(call.id(), woken);

        assertThat(stored(call))
                .isEqualTo(new Call(
                        call.id(),
                        call.state(),
                        call.parties(),
                        call.timeline(),
                        call.media(),
                        call.change(),
                        call.version(),
                        call.leaseUntil(),
                        new Noted(call.noted().mediaAt(), woken, call.noted().traceId())));
    }

    @Test
    default void notesOfACallThatIsOverToo() {
        Call over = over(anna(), bob());

        calls().note(over.id(), someEntries(1));

        assertThat(stored(over).noted().entries()).hasSize(1);
    }

    @Test
    default void keepsWhatWasNotedWhenTheCallChanges() {
        Call call = ringing(anna(), bob());
        calls().note(call.id(), someEntries(2));

        Call answered = changed(calls().answer(answerTo(call, bob())));
        Call ended = changed(calls().end(answered, Transition.HANG_UP, by(anna().id(), ANSWERED_AT)));

        assertThat(answered.noted()).isEqualTo(stored(call).noted());
        assertThat(ended.noted()).isEqualTo(stored(call).noted());
        assertThat(ended.noted().entries()).hasSize(2);
    }

    @Test
    default void notesAHundredEntriesAndNoMore() {
        Call call = ringing(anna(), bob());
        calls().note(call.id(), someEntries(98));

        calls().note(call.id(), someEntries(3));
        calls().note(call.id(), someEntries(2));
        calls().note(call.id(), someEntries(1));

        assertThat(stored(call).noted().entries()).hasSize(100);
    }

    @Test
    default void makesNoCallByANoteOfOneThatWasNeverMade() {
        Call never = newCall(anna(), bob());

        calls().note(never.id(), someEntries(1));

        assertThat(calls().find(never.id())).isEmpty();
    }

    private static List<Entry> someEntries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Entry.woken(NOW.plusMillis(i), "device-" + i))
                .toList();
    }
}
