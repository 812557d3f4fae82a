package dev.ringback.calling.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ringback.calling.ContendedException;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.Pause;
import dev.ringback.calling.account.AccountDeletion.Removed;
import dev.ringback.calling.block.BlockStore.Blocked;
import dev.ringback.calling.call.Call;
import dev.ringback.calling.call.CallState;
import dev.ringback.calling.call.Change;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.InMemoryOwnedCalls;
import dev.ringback.calling.call.SampleCalls;
import dev.ringback.calling.call.Transition;
import dev.ringback.calling.device.Enrolments;
import dev.ringback.calling.device.InMemoryDeviceStore;
import dev.ringback.calling.device.NotifyType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anna deletes her account. */
class AccountDeletionTest {
    private final Set<String> unwritable = new HashSet<>();
    private InMemoryDeviceStore devices;
    private InMemoryCallStore calls;
    private final InMemoryBackend backend = new InMemoryBackend(store -> {
        devices = store;
        calls = new InMemoryCallStore(store) {
            @Override
            public Changing end(Call seen, Transition transition, Change change) {
                if (unwritable.contains(seen.id())) {
                    throw new ContendedException("busy", null);
                }
                return super.end(seen, transition, change);
            }
        };
        return calls;
    });
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final InMemoryUsers users = new InMemoryUsers();
    private final String anna = backend.device("anna");
    private final String bob = backend.device("bob");

    @BeforeEach
    void signUp() {
        users.add("anna-the-user", "anna");
        users.add("bob-the-user", "bob");
    }

    @Test
    void removesHerAndNobodyElse() throws InterruptedException {
        assertThat(delete()).isEqualTo(new Removed(true, 1, 0, 0, 0, true));
        assertThat(users.find("anna-the-user")).isEmpty();
        assertThat(users.find("bob-the-user")).isPresent();
        assertThat(backend.devices.find(anna)).isEmpty();
        assertThat(backend.devices.find(bob)).isPresent();
    }

    @Test
    void endsTheCallSheIsIn() throws InterruptedException {
        Call call = SampleCalls.answered(backend, bob, anna);

        delete();

        assertThat(stored(call).state()).isEqualTo(CallState.ENDED);
        assertThat(backend.isFree(bob)).isTrue();
    }

    @Test
    void endsTheCallThatRingsForHer() throws InterruptedException {
        Call call = SampleCalls.ringing(backend, bob, anna);

        delete();

        assertThat(stored(call).state()).isEqualTo(CallState.DECLINED);
    }

    @Test
    void endsACallOfHersThatHasLostItsDevice() throws InterruptedException {
        Call call = SampleCalls.ringing(backend, anna, bob);
        devices.free(anna, call.id());

        delete();

        assertThat(stored(call).state()).isEqualTo(CallState.FAILED);
        assertThat(stored(call).parties().callerOwner()).isEqualTo(OwnedCalls.NOBODY);
    }

    @Test
    void takesHerOutOfTheCallsThatOthersKeep() throws InterruptedException {
        Call made = SampleCalls.over(backend, anna, bob, CallState.MISSED);
        Call received = SampleCalls.over(backend, bob, anna, CallState.ENDED);

        assertThat(delete().calls()).isEqualTo(2);

        assertThat(stored(made).toString()).doesNotContain(anna).doesNotContain("anna");
        assertThat(stored(received).toString()).doesNotContain(anna).doesNotContain("anna");
        assertThat(stored(made).parties().calleeId()).isEqualTo(bob);
        assertThat(stored(received).parties().callerId()).isEqualTo(bob);
    }

    @Test
    void takesHerOutOfCallsThatSheMadeWithADeviceThatIsGone() throws InterruptedException {
        Call made = SampleCalls.over(backend, anna, bob, CallState.MISSED);
        backend.devices.delete(backend.devices.find(anna).orElseThrow());

        delete();

        assertThat(stored(made).parties().callerId()).isEqualTo(OwnedCalls.NOBODY);
    }

    @Test
    void takesHerOutOfMoreCallsThanAPageHas() throws InterruptedException {
        for (int i = 0; i < 120; i++) {
            SampleCalls.over(backend, anna, bob, CallState.MISSED);
            backend.clock.advance(Duration.ofMillis(1));
        }

        assertThat(delete().calls()).isEqualTo(120);
    }

    @Test
    void buriesHerPeopleAndForgetsWhatTheyWere() throws InterruptedException {
        directory.add("ada", "anna");
        directory.add("ben", "bob");

        assertThat(delete().people()).isEqualTo(1);
        assertThat(directory.buried).containsExactly("ada");
        assertThat(directory.ownersOfChanges).containsExactly("bob");
    }

    @Test
    void forgetsWhomSheBlocked() throws InterruptedException {
        backend.blocks.block("anna", "bob", new Blocked(bob, backend.clock.instant()));

        assertThat(delete().blocks()).isEqualTo(1);
        assertThat(backend.blocks.list("anna")).isEmpty();
    }

    @Test
    void keepsHerOldTokenFromRegisteringAgain() throws InterruptedException {
        delete();

        assertThatExceptionOfType(AccountGoneException.class)
                .isThrownBy(() -> backend.devices.register(Enrolments.of("anna", NotifyType.GCM, "token"), _ -> {}));
    }

    @Test
    void doesTheSameOnceMoreForHerOldToken() throws InterruptedException {
        delete();

        assertThat(delete()).isEqualTo(new Removed(true, 0, 0, 0, 0, false));
    }

    @Test
    void leavesTheUserWhoHasHerNameByNow() throws InterruptedException {
        users.add("anna-the-user", "another");

        assertThat(delete().user()).isFalse();
        assertThat(users.find("anna-the-user")).isPresent();
    }

    @Test
    void waitsUntilTheIndexesKnowAllOfHers() throws InterruptedException {
        var begun = backend.clock.instant();

        delete();

        assertThat(backend.clock.instant()).isEqualTo(begun.plusSeconds(3));
    }

    @Test
    void isNotDoneWhileACallOfHersLives() throws InterruptedException {
        Call call = SampleCalls.ringing(backend, anna, bob);
        devices.free(anna, call.id());
        unwritable.add(call.id());

        assertThat(delete()).isEqualTo(new Removed(false, 1, 0, 0, 0, false));
        assertThat(users.find("anna-the-user")).isPresent();

        unwritable.clear();
        assertThat(delete()).isEqualTo(new Removed(true, 0, 1, 0, 0, true));
    }

    @Test
    void waitsForThemAlsoWhenADeviceCouldCallUntilNow() throws InterruptedException {
        devices.bury("anna", backend.clock.instant());
        backend.clock.advance(Duration.ofSeconds(10));
        var begun = backend.clock.instant();

        delete();

        assertThat(backend.clock.instant()).isEqualTo(begun.plusSeconds(3));
    }

    @Test
    void waitsForNothingOnceNothingIsLeft() throws InterruptedException {
        delete();
        var begun = backend.clock.instant();

        delete();

        assertThat(backend.clock.instant()).isEqualTo(begun);
    }

    @Test
    void goesOnWhereACrashLeftIt() throws InterruptedException {
        SampleCalls.over(backend, anna, bob, CallState.MISSED);
        directory.add("ada", "anna");
        PeopleErasure broken = new PeopleErasure() {
            @Override
            public void bury(OwnedPerson person, String owner, Instant now) {
                throw new IllegalStateException("crash");
            }

            @Override
            public void forgetChanges(String owner) {
                throw new IllegalStateException("crash");
            }
        };

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () -> deletion(broken, new InMemoryOwnedCalls(calls)).delete("anna", "anna-the-user"));
        assertThat(users.find("anna-the-user")).isPresent();

        assertThat(delete()).isEqualTo(new Removed(true, 0, 0, 1, 0, true));
    }

    @Test
    void asksToBeSentAgainWhenThereIsMoreThanItsTimeAllows() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            backend.device("anna");
        }
        OwnedCalls slow = new InMemoryOwnedCalls(calls) {
            @Override
            public boolean erase(Call call, String owner) {
                backend.clock.advance(Duration.ofSeconds(4));
                return super.erase(call, owner);
            }
        };
        for (int i = 0; i < 3; i++) {
            SampleCalls.over(backend, anna, bob, CallState.MISSED);
        }

        Removed first = deletion(directory, slow).delete("anna", "anna-the-user");
        assertThat(first).isEqualTo(new Removed(false, 6, 2, 0, 0, false));
        assertThat(users.find("anna-the-user")).isPresent();

        assertThat(delete()).isEqualTo(new Removed(true, 0, 1, 0, 0, true));
    }

    private Removed delete() throws InterruptedException {
        return deletion(directory, new InMemoryOwnedCalls(calls)).delete("anna", "anna-the-user");
    }

    private AccountDeletion deletion(PeopleErasure erasure, OwnedCalls owned) {
        AccountDeletion.Parts parts = new AccountDeletion.Parts(
                devices::bury,
                backend.devices,
                calls,
                backend.ending,
                owned,
                backend.blocks,
                directory,
                erasure,
                users);
        return new AccountDeletion(parts, backend.clock, (Pause) backend.clock::advance);
    }

    private Call stored(Call call) {
        return backend.calls.find(call.id()).orElseThrow();
    }
}
