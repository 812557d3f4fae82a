package dev.ringback.calling.call;

import dev.ringback.calling.call.CallTimeline.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is noted of a call beside its state.
 *
 * @param mediaAt when its media was there
 */
public record Noted(Optional<Instant> mediaAt, List<Entry> entries) {
    static final Noted NOTHING = new Noted(Optional.empty(), List.of());

    public boolean woke(String clientId) {
        return entries.stream()
                .anyMatch(entry ->
                        entry.what().equals(Entry.WOKEN) && entry.clientId().equals(Optional.of(clientId)));
    }
}
