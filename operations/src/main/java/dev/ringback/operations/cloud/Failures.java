package dev.ringback.operations.cloud;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in a sentence why AWS could not be asked. */
public final class Failures {
    private Failures() {}

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

    private static String firstLine(String text) {
        return String.valueOf(text).lines().findFirst().orElse("");
    }
}
