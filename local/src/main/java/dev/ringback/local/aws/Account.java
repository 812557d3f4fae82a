package dev.ringback.local.aws;

/** The account and region that the stacks live in. */
public record Account(String id, String region) {
    /** What stacks get whose environment names neither. */
    public static final Account DEFAULT = new Account("000000000000", "us-east-1");

    public static final String PARTITION = "aws";

    /** {@code arn:aws:<service>:<region>:<account>:<resource>} */
    public String arn(String service, String resource) {
        return "arn:" + PARTITION + ":" + service + ":" + region + ":" + id + ":" + resource;
    }

    /** An ARN of IAM or STS, which has no region. */
    public String globalArn(String service, String resource) {
        return "arn:" + PARTITION + ":" + service + "::" + id + ":" + resource;
    }
}
