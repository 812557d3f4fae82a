package dev.ringback.deleteaccount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.InMemoryBackend;
import dev.ringback.calling.Pause;
import dev.ringback.calling.account.AccountDeletion;
import dev.ringback.calling.account.InMemoryDirectory;
import dev.ringback.calling.account.InMemoryUsers;
import dev.ringback.calling.call.InMemoryCallStore;
import dev.ringback.calling.call.InMemoryOwnedCalls;
import dev.ringback.deleteaccount.DeleteAccountAnswer.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeleteAccountTest {
    private final InMemoryBackend backend = new InMemoryBackend();
    private final InMemoryUsers users = new InMemoryUsers();
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final DeleteAccount action = new DeleteAccount(deletion(), backend.telemetry);

    @BeforeEach
    void signUp() {
        users.add("ada", "sub-of-ada");
        directory.add("person", "sub-of-ada");
        backend.device("sub-of-ada");
        backend.device("sub-of-ada");
    }

    @Test
    void reportsWhatItRemoved() {
        assertThat(delete()).isEqualTo(Result.answer(new DeleteAccountAnswer(true, new Report(2, 0, 1, 0, true))));
    }

    @Test
    void mayBeSentAgain() {
        delete();

        assertThat(delete()).isEqualTo(Result.answer(new DeleteAccountAnswer(true, new Report(0, 0, 0, 0, false))));
    }

    @Test
    void logsHowMuchAndOfNobody() {
        delete();

        assertThat(backend.telemetry.events().toString())
                .contains("outcome=DELETED", "devices=2")
                .doesNotContain("ada");
    }

    private Result<DeleteAccountAnswer> delete() {
        return action.handle(new Caller("sub-of-ada", "ada"), new DeleteAccountRequest());
    }

    private AccountDeletion deletion() {
        AccountDeletion.Parts parts = new AccountDeletion.Parts(
                (_, now) -> now,
                backend.devices,
                backend.calls,
                backend.ending,
                new InMemoryOwnedCalls((InMemoryCallStore) backend.calls),
                backend.blocks,
                directory,
                directory,
                users);
        return new AccountDeletion(parts, backend.clock, (Pause) backend.clock::advance);
    }
}
