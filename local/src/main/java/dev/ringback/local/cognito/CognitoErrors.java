package dev.ringback.local.cognito;

import dev.ringback.local.aws.AwsFailure;

/** Cognito's refusals, in its own names and words: apps branch on both. */
final class CognitoErrors {
    private CognitoErrors() {}

    static AwsFailure invalidParameter(String message) {
        return new AwsFailure(400, "InvalidParameterException", message);
    }

    static AwsFailure constraint(String member, String broken) {
        return invalidParameter("1 validation error detected: Value at '" + member
                + "' failed to satisfy constraint: Member must " + broken);
    }

    static AwsFailure notAuthorized(String message) {
        return new AwsFailure(400, "NotAuthorizedException", message);
    }

    static AwsFailure badCredentials() {
        return notAuthorized("Incorrect username or password.");
    }

    static AwsFailure userDisabled() {
        return notAuthorized("User is disabled.");
    }

    static AwsFailure userNotFound(String message) {
        return new AwsFailure(400, "UserNotFoundException", message);
    }

    static AwsFailure userNotConfirmed() {
        return new AwsFailure(400, "UserNotConfirmedException", "User is not confirmed.");
    }

    static AwsFailure passwordResetRequired(String message) {
        return new AwsFailure(400, "PasswordResetRequiredException", message);
    }

    static AwsFailure usernameExists() {
        return new AwsFailure(400, "UsernameExistsException", "User already exists");
    }

    static AwsFailure invalidPassword(String fault) {
        return new AwsFailure(400, "InvalidPasswordException", "Password did not conform with policy: " + fault);
    }

    static AwsFailure codeMismatch() {
        return new AwsFailure(400, "CodeMismatchException", "Invalid verification code provided, please try again.");
    }

    static AwsFailure expiredCode() {
        return new AwsFailure(400, "ExpiredCodeException", "Invalid code provided, please request a code again.");
    }

    static AwsFailure refreshTokenReuse() {
        return new AwsFailure(400, "RefreshTokenReuseException", "Refresh token has been rotated.");
    }

    static AwsFailure unsupportedTokenType() {
        return new AwsFailure(400, "UnsupportedTokenTypeException", "Only a refresh token can be revoked.");
    }

    static AwsFailure limitExceeded() {
        return new AwsFailure(400, "LimitExceededException", "Attempt limit exceeded, please try after some time.");
    }

    static AwsFailure notFound(String message) {
        return new AwsFailure(400, "ResourceNotFoundException", message);
    }

    /** Something Cognito knows and this runtime does not. */
    static AwsFailure unsupported(String what) {
        return invalidParameter("The local user pool does not support " + what + ".");
    }
}
