package dev.ringback.deleteaccount;

import dev.ringback.calling.account.AccountDeletion.Removed;

/** @param done false if the request is to be sent again */
record DeleteAccountAnswer(boolean done, Report removed) {
    /** What this one request removed. */
    record Report(int devices, int calls, int people, int blocks, boolean user) {}

    static DeleteAccountAnswer of(Removed removed) {
        return new DeleteAccountAnswer(
                removed.done(),
                new Report(removed.devices(), removed.calls(), removed.people(), removed.blocks(), removed.user()));
    }
}
