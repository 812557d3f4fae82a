package dev.ringback.deleteaccount;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.Caller;
import dev.ringback.actionkit.Result;
import dev.ringback.calling.account.AccountDeletion;
import dev.ringback.calling.account.AccountDeletion.Removed;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.telemetry.Telemetry.Level;
import java.util.Map;

/** Lets a user go for good, with all that is kept of him. */
final class DeleteAccount implements Action<DeleteAccountRequest, DeleteAccountAnswer> {
    private final AccountDeletion deletion;
    private final Telemetry telemetry;

    DeleteAccount(AccountDeletion deletion, Telemetry telemetry) {
        this.deletion = deletion;
        this.telemetry = telemetry;
    }

    @Override
    public String name() {
        return "deleteAccount";
    }

    @Override
    public Class<DeleteAccountRequest> requestType() {
        return DeleteAccountRequest.class;
    }

    @Override
    public Result<DeleteAccountAnswer> handle(Caller caller, DeleteAccountRequest request) {
        try {
            Removed removed = deletion.delete(caller.sub(), caller.username());
            log(removed);
            return Result.answer(DeleteAccountAnswer.of(removed));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an account was deleted", e);
        }
    }

    /** How much, and of nobody. */
    private void log(Removed removed) {
        telemetry.event(
                Level.INFO,
                "deleteAccount",
                Map.of(
                        "outcome", removed.done() ? "DELETED" : "TO_BE_CONTINUED",
                        "devices", Integer.toString(removed.devices()),
                        "calls", Integer.toString(removed.calls()),
                        "people", Integer.toString(removed.people()),
                        "blocks", Integer.toString(removed.blocks())));
    }
}
