package dev.ringback.unblockuser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.actionkit.ErrorCode;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.LoadedActions;
import dev.ringback.calling.block.BlockStore.Blocked;
import dev.ringback.calling.person.Person;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bob has blocked Anna by the id of her phone, and lets her call again. */
class UnblockUserTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final LoadedActions actions = new LoadedActions(backend);
    private final String phone = backend.device("anna");

    @BeforeEach
    void block() {
        backend.blocks.block("bob", "anna", new Blocked(phone, backend.clock.instant()));
    }

    @Test
    void unblocksByTheIdOfTheList() {
        unblock("bob", phone);

        assertThat(backend.blocks.list("bob")).isEmpty();
    }

    @Test
    void unblocksByAnotherDevice() {
        unblock("bob", backend.device("anna"));

        assertThat(backend.blocks.list("bob")).isEmpty();
    }

    @Test
    void unblocksByAPerson() {
        backend.people.put("person", new Person("anna", phone));

        unblock("bob", "person");

        assertThat(backend.blocks.list("bob")).isEmpty();
    }

    @Test
    void unblocksByADeviceThatIsGone() {
        backend.devices.delete(backend.devices.find(phone).orElseThrow());

        unblock("bob", phone);

        assertThat(backend.blocks.list("bob")).isEmpty();
    }

    @Test
    void succeedsWhenThereIsNothingToUnblock() {
        unblock("bob", "unknown");
        unblock("bob", backend.device("carl"));

        assertThat(backend.blocks.list("bob")).hasSize(1);
    }

    @Test
    void leavesTheBlocksOfOthers() {
        unblock("carl", phone);

        assertThat(backend.blocks.list("bob")).hasSize(1);
    }

    @Test
    void refusesWhatCannotBeAnId() {
        assertThat(actions.refusal("bob", "unblockUser", Map.of("blockedId", "block#00")))
                .isEqualTo(ErrorCode.BAD_REQUEST);
    }

    private void unblock(String user, String id) {
        assertThat(actions.answer(user, "unblockUser", Map.of("blockedId", id)).toString())
                .isEqualTo("{\"message\":\"success\"}");
    }
}
