package dev.ringback.local.testserver;

import dev.ringback.local.iam.Principal;

/** A caller that may do either everything, or one action on one resource. */
public record TestPrincipal(String action, String resource) implements Principal {
    public static final Principal ANYONE = new TestPrincipal("*", "*");

    @Override
    public String name() {
        return "arn:aws:sts::000000000000:assumed-role/tester/tester";
    }

    @Override
    public boolean allows(String asked, String on) {
        return action.equals("*") || action.equals(asked) && resource.equals(on);
    }
}
