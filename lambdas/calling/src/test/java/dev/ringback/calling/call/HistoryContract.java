package dev.ringback.calling.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.call.CallHistory.Entry;
import dev.ringback.calling.call.CallHistory.Page;
import dev.ringback.calling.device.Device;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of the calls of a device, in which order and on how many pages. */
interface HistoryContract extends CallStoreContract {
    @Test
    default void tellsOfACallWithoutItsMedia() {
        Call call = answered(anna(), bob());
        Call ended = changed(calls().end(call, Transition.HANG_UP, by(bob().id(), NOW.plusSeconds(20))));

        assertThat(newest(anna(), 10).entries())
                .containsExactly(new Entry(
                        ended.id(),
                        CallState.ENDED,
                        Optional.empty(),
                        ended.parties(),
                        ended.timeline(),
                        CallHistory.position(NOW, ended.id())));
    }

    @Test
    default void tellsBothSidesTheSame() {
        over(anna(), bob());

        assertThat(newest(bob(), 10)).isEqualTo(newest(anna(), 10));
    }

    @Test
    default void tellsOfACallThatIsStillGoingOn() {
        Call call = ringing(anna(), bob());

        assertThat(newest(bob(), 10).entries()).extracting(Entry::state).containsExactly(call.state());
    }

    @Test
    default void tellsWhyACallEnded() {
        Call call = ringing(anna(), bob());
        calls().end(call, Transition.DECLINE, new Change(bob().id(), Optional.of("busy"), NOW));

        assertThat(newest(anna(), 10).entries())
                .singleElement()
                .extracting(Entry::reason)
                .isEqualTo(Optional.of("busy"));
    }

    @Test
    default void tellsTheCalleeNothingOfACallThatNeverRang() {
        Call never = cancelled(reserved(anna(), bob()));
        calls().recordMedia(never, "bob", FakeMediaProvider.media(never.id()), NOW, RINGING_LEASE);

        assertThat(newest(bob(), 10).entries()).isEmpty();
        assertThat(newest(anna(), 10).entries()).extracting(Entry::callId).containsExactly(never.id());
    }

    @Test
    default void tellsEachDeviceOfAUserWhatRangOnAnyOfThem() {
        Device tablet = tablet("bob");
        String onPhone = past(anna(), bob(), NOW);
        String onTablet = past(carl(), tablet, NOW.plusSeconds(1));

        assertThat(newest(bob(), 10).entries()).extracting(Entry::callId).containsExactly(onTablet, onPhone);
        assertThat(newest(tablet, 10)).isEqualTo(newest(bob(), 10));
    }

    @Test
    default void tellsADeviceNothingOfWhatAnotherOfItsUserHasCalled() {
        past(anna(), bob(), NOW);

        assertThat(newest(tablet("anna"), 10).entries()).isEmpty();
    }

    @Test
    default void tellsWhichDeviceAnswered() {
        Call call = answered(anna(), bob());

        assertThat(newest(anna(), 10).entries())
                .singleElement()
                .extracting(Entry::parties)
                .isEqualTo(call.parties());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    default void tellsOnceOfACallBetweenTwoDevicesOfOneUser(int size) {
        Device tablet = tablet("anna");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(past(anna(), i % 3 == 0 ? bob() : tablet, NOW.plusSeconds(i)));
        }

        assertThat(everyPage(anna(), size)).extracting(Entry::callId).containsExactlyElementsOf(made.reversed());
    }

    @Test
    default void tellsNothingOfOthersCalls() {
        over(anna(), bob());

        assertThat(newest(carl(), 10)).isEqualTo(new Page(List.of(), Optional.empty()));
    }

    @Test
    default void tellsNothingOfRequests() {
        Call call = newCall(anna(), bob());
        reserve(call, Optional.of(RequestPin.of("anna", anna().id(), "request-1", NOW)));

        assertThat(newest(anna(), 10).entries()).extracting(Entry::callId).containsExactly(call.id());
    }

    @Test
    default void beginsWithTheNewestOfBothDirections() {
        String first = past(anna(), bob(), NOW);
        String second = past(bob(), anna(), NOW.plusSeconds(1));
        String third = past(anna(), carl(), NOW.plusSeconds(2));

        assertThat(newest(anna(), 10).entries()).extracting(Entry::callId).containsExactly(third, second, first);
    }

    @Test
    default void endsWithTheLastPage() {
        IntStream.range(0, 4).forEach(i -> past(anna(), bob(), NOW.plusSeconds(i)));

        Page page = newest(anna(), 4);

        assertThat(page.entries()).hasSize(4);
        assertThat(page.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    default void pagesWithoutGapsOrDoubles(int size) {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(i % 3 == 1 ? past(bob(), anna(), NOW.plusSeconds(i)) : past(anna(), carl(), NOW.plusSeconds(i)));
        }

        assertThat(everyPage(anna(), size)).extracting(Entry::callId).containsExactlyElementsOf(made.reversed());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    default void pagesWithoutGapsOrDoublesThroughCallsThatBeganAtTheSameTime(int size) {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(i % 2 == 0 ? past(bob(), anna(), NOW) : past(anna(), carl(), NOW));
        }

        List<Entry> entries = everyPage(anna(), size);

        assertThat(entries).extracting(Entry::callId).containsExactlyInAnyOrderElementsOf(made);
        assertThat(entries)
                .extracting(Entry::position)
                .isSortedAccordingTo(Comparator.<String>naturalOrder().reversed());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    default void pagesThroughCallsOfOneDirection(boolean made) {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            calls.add(past(made ? anna() : bob(), made ? bob() : anna(), NOW.plusSeconds(i)));
        }

        assertThat(everyPage(anna(), 3)).extracting(Entry::callId).containsExactlyElementsOf(calls.reversed());
    }

    @Test
    default void carriesNoToken() {
        Call call = answered(anna(), bob());

        assertThat(newest(anna(), 10).entries()).hasSize(1);
        assertThat(newest(anna(), 10).toString())
                .doesNotContain(
                        call.media().orElseThrow().caller().token(),
                        call.media().orElseThrow().callee().token());
    }

    private Page newest(Device device, int limit) {
        return stores().history().of(device.id(), device.owner(), Optional.empty(), limit);
    }

    private List<Entry> everyPage(Device device, int size) {
        List<Entry> entries = new ArrayList<>();
        Page page = newest(device, size);
        entries.addAll(page.entries());
        while (page.next().isPresent()) {
            assertThat(page.entries()).hasSize(size);
            page = stores().history().of(device.id(), device.owner(), page.next(), size);
            entries.addAll(page.entries());
            assertThat(entries).as("as many as there are").hasSizeLessThanOrEqualTo(7);
        }
        return entries;
    }

    private String past(Device caller, Device callee, Instant startedAt) {
        Call call = newCall(caller, callee, startedAt);
        reserve(call);
        calls().recordMedia(call, callee.owner(), FakeMediaProvider.media(call.id()), NOW, RINGING_LEASE);
        cancelled(stored(call));
        return call.id();
    }
}
