package dev.ringback.operations.cloud;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in a sentence what a command failed of. */
public final class Failures {
    private Failures() {}

    /** Why AWS could not be asked. */
    public static String text(SdkException failure) {
        return switch (failure) {
            case AwsServiceException refusal
            when refusal.awsErrorDetails() != null ->
                refusal.awsErrorDetails().serviceName() + " answered "
                        + refusal.awsErrorDetails().errorCode() + ": "
                        + refusal.awsErrorDetails().errorMessage();
            case SdkClientException silence -> "AWS could not be asked: " + firstLine(silence.getMessage());
            default -> firstLine(failure.getMessage());
        };
    }

    /** Without the failure's own words, which may quote a token. */
    public static String unexpected(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return "failed unexpectedly, with " + failure.getClass().getSimpleName()
                + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private static String firstLine(String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}
