package dev.ringback.listblockedusers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.block.BlockStore.Blocked;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListBlockedUsersTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);

    @Test
    void listsWhomTheCallerHasBlocked() {
        backend.blocks.block("bob", "anna", new Blocked("phone", backend.clock.instant()));
        backend.blocks.block("carl", "anna", new Blocked("tablet", backend.clock.instant()));

        assertThat(list("bob"))
                .isEqualTo("{\"items\":[{\"blockedId\":\"phone\",\"blockedAt\":\"2026-03-01T12:00:00Z\"}]}");
    }

    @Test
    void listsNobodyAtFirst() {
        assertThat(list("bob")).isEqualTo("{\"items\":[]}");
    }

    private String list(String user) {
        return actions.answer(user, "listBlockedUsers", Map.of()).toString();
    }
}
