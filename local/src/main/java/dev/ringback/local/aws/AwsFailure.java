package dev.ringback.local.aws;

/** An AWS error answer; the gateway renders it in the caller's protocol. */
public final class AwsFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    /** @param code AWS's error name, {@code NotAuthorizedException} */
    public AwsFailure(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    public static AwsFailure accessDenied(String principal, String action, String resourceArn) {
        return new AwsFailure(
                403,
                "AccessDeniedException",
                "User: " + principal + " is not authorized to perform: " + action + " on resource: " + resourceArn
                        + " because no identity-based policy allows the " + action + " action");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
