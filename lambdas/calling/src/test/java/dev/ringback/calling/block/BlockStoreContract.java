package dev.ringback.calling.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.calling.block.BlockStore.Blocked;
import dev.ringback.calling.block.BlockStore.Blocking;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who has blocked whom. */
interface BlockStoreContract {
    Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    BlockStore blocks();

    @Test
    default void listsWhoIsBlockedTheLastFirst() {
        block("bob", "bobs-phone", 0);
        block("carl", "carls-phone", 1);

        assertThat(blocks().list("anna"))
                .containsExactly(new Blocked("carls-phone", NOW.plusSeconds(1)), new Blocked("bobs-phone", NOW));
    }

    @Test
    default void listsNobodyAtFirst() {
        assertThat(blocks().list("anna")).isEmpty();
    }

    @Test
    default void keepsTheFirstIdOfWhoIsBlockedTwice() {
        block("bob", "bobs-phone", 0);

        assertThat(block("bob", "bobs-tablet", 1)).isEqualTo(Blocking.WAS_BLOCKED);
        assertThat(blocks().list("anna")).containsExactly(new Blocked("bobs-phone", NOW));
    }

    @Test
    default void keepsTheListsOfUsersApart() {
        block("bob", "bobs-phone", 0);

        assertThat(blocks().list("bob")).isEmpty();
        assertThat(blocks().list("carl")).isEmpty();
    }

    @Test
    default void letsABlockGo() {
        block("bob", "bobs-phone", 0);

        blocks().unblock("anna", "bob");
        blocks().unblock("anna", "bob");

        assertThat(blocks().list("anna")).isEmpty();
        assertThat(block("bob", "bobs-phone", 1)).isEqualTo(Blocking.BLOCKED);
    }

    @Test
    default void letsABlockGoByItsId() {
        block("bob", "bobs-phone", 0);

        assertThat(blocks().unblockById("anna", "bobs-phone")).isTrue();
        assertThat(blocks().unblockById("anna", "bobs-phone")).isFalse();
        assertThat(blocks().list("anna")).isEmpty();
    }

    @Test
    default void letsNobodyElsesBlockGo() {
        block("bob", "bobs-phone", 0);

        assertThat(blocks().unblockById("carl", "bobs-phone")).isFalse();
        blocks().unblock("carl", "bob");

        assertThat(blocks().list("anna")).hasSize(1);
    }

    @Test
    default void forgetsAWholeList() {
        block("bob", "bobs-phone", 0);
        block("carl", "carls-phone", 0);
        blocks().block("bob", "anna", new Blocked("annas-phone", NOW));

        assertThat(blocks().clear("anna")).isEqualTo(2);
        assertThat(blocks().clear("anna")).isZero();
        assertThat(blocks().list("anna")).isEmpty();
        assertThat(blocks().list("bob")).hasSize(1);
    }

    @Test
    default void refusesWhatIsOneTooMany() {
        for (int i = 0; i < BlockStore.MOST; i++) {
            assertThat(block("user-" + i, "phone-" + i, i)).isEqualTo(Blocking.BLOCKED);
        }

        assertThat(block("bob", "bobs-phone", 0)).isEqualTo(Blocking.TOO_MANY);
        assertThat(block("user-0", "phone-0", 0)).isEqualTo(Blocking.WAS_BLOCKED);
        blocks().unblock("anna", "user-0");
        assertThat(block("bob", "bobs-phone", 0)).isEqualTo(Blocking.BLOCKED);
    }

    private Blocking block(String who, String id, int second) {
        return blocks().block("anna", who, new Blocked(id, NOW.plusSeconds(second)));
    }
}
