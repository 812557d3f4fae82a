package dev.ringback.calling.call;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happened to a call, in order, for whoever operates the backend. */
public record CallTimeline(List<Entry> entries) {
    /** The call's own times, and what was noted. */
    public static CallTimeline of(Call call) {
        List<Entry> entries = new ArrayList<>();
        Timeline times = call.timeline();
        entries.add(new Entry(times.startedAt(), "reserved", Optional.of(call.callerId()), Optional.empty()));
        call.noted().mediaAt().ifPresent(at -> entries.add(Entry.of(at, "media ready")));
        // A write whose answer got lost may have been repeated.
        entries.addAll(call.noted().entries().stream().distinct().toList());
        times.answeredAt()
                .ifPresent(at -> entries.add(
                        new Entry(at, "answered", Optional.of(call.parties().heldCallee()), Optional.empty())));
        times.endedAt().ifPresent(at -> entries.add(end(at, call)));
        // Stable: what happened in the same millisecond stays in the order in which it must have happened.
        entries.sort(Comparator.comparing(Entry::at));
        return new CallTimeline(List.copyOf(entries));
    }

    private static Entry end(Instant at, Call call) {
        Change change = call.change();
        return new Entry(
                at,
                call.state().name().toLowerCase(Locale.ROOT),
                Optional.of(change.by()).filter(by -> !by.equals(Change.SYSTEM)),
                change.reason());
    }

    /**
     * @param clientId the device that it happened to, or that did it
     * @param detail in a few words, without anything that could be a token
     */
    public record Entry(Instant at, String what, Optional<String> clientId, Optional<String> detail) {
        static final String WOKEN = "woken";
        static final String PUSH = "push";
        private static final int LONGEST_DETAIL = 100;

        /** Longer than any word, status or id, shorter than any token. */
        private static final String OPAQUE = "\\S{41,}";

        public Entry {
            at = at.truncatedTo(ChronoUnit.MILLIS);
            detail = detail.map(text -> text.replaceAll(OPAQUE, "[withheld]"))
                    // A push service's words may be printed to a terminal.
                    .map(text -> text.replaceAll("\\p{Cntrl}", " "))
                    .map(text -> text.substring(0, Math.min(text.length(), LONGEST_DETAIL)));
        }

        /** A device heard of the call and asked about it while it rang. */
        public static Entry woken(Instant at, String clientId) {
            return new Entry(at, WOKEN, Optional.of(clientId), Optional.empty());
        }

        /** @param outcome what became of the push, with its kind and channel */
        public static Entry push(Instant at, String clientId, String outcome) {
            return new Entry(at, PUSH, Optional.of(clientId), Optional.of(outcome));
        }

        private static Entry of(Instant at, String what) {
            return new Entry(at, what, Optional.empty(), Optional.empty());
        }
    }
}
