package dev.ringback.calling.call;

import dev.ringback.calling.call.CallTimeline.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is noted of a call beside its state.
 *
 * @param mediaAt when its media was there
 * @param traceId of the request that made it, under which every function logs what it does for it
 */
public record Noted(Optional<Instant> mediaAt, List<Entry> entries, Optional<String> traceId) {
    static final Noted NOTHING = new Noted(Optional.empty(), List.of(), Optional.empty());

    public boolean woke(String clientId) {
        return entries.stream()
                .anyMatch(entry ->
                        entry.what().equals(Entry.WOKEN) && entry.clientId().equals(Optional.of(clientId)));
    }
}
