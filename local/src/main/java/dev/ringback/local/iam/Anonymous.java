package dev.ringback.local.iam;

/** Who sends a call without a signature; calls that need none are open to it, the others are not. */
public record Anonymous() implements Principal {
    public static final Anonymous PRINCIPAL = new Anonymous();

    @Override
    public String name() {
        return "anonymous";
    }

    @Override
    public boolean allows(String action, String resourceArn) {
        return false;
    }
}
