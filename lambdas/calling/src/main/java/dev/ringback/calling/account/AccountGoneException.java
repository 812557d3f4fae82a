package dev.ringback.calling.account;

/** The account is being deleted, or was: nothing is written for it any more. */
public final class AccountGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public AccountGoneException() {
        super("the account is gone");
    }
}
