package dev.ringback.local.iam;

import dev.ringback.local.aws.Account;

/** The person at this machine, who may do everything. */
public record Operator(String name) implements Principal {
    /** Its access key; any secret goes with it. */
    public static final String ACCESS_KEY_ID = "local";

    public static Operator of(Account account) {
        return new Operator(account.globalArn("iam", "user/" + ACCESS_KEY_ID));
    }

    @Override
    public boolean allows(String action, String resourceArn) {
        return true;
    }
}
