package dev.ringback.local.iam;

/** Who an AWS call comes from. */
public interface Principal {
    /** As AWS names it in a refusal, usually an ARN. */
    String name();

    boolean allows(String action, String resourceArn);
}
