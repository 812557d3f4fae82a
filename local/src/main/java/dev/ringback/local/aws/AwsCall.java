package dev.ringback.local.aws;

import dev.ringback.local.http.HttpRequest;
import dev.ringback.local.iam.Principal;

/**
 * A call of an AWS API.
 *
 * @param target the operation of a JSON protocol ({@code X-Amz-Target} after its dot), or empty for REST services
 * @param principal who signed it
 */
public record AwsCall(String target, HttpRequest http, Principal principal) {
    /**
     * Refuses the call unless the principal's policies allow it.
     *
     * @param action as IAM writes it, {@code mobiletargeting:SendMessages}
     * @throws AwsFailure AccessDeniedException, 400 or 403 as the service does
     */
    public void require(String action, String resourceArn) {
        if (!principal.allows(action, resourceArn)) {
            throw AwsFailure.accessDenied(principal.name(), action, resourceArn);
        }
    }
}
