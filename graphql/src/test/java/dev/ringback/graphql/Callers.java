package dev.ringback.graphql;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code ctx.identity} of those who call. */
final class Callers {
    private Callers() {}

    static JsonNode user(String sub) {
        return Json.of("{sub: '%s', username: '%s', groups: null, claims: {}}".formatted(sub, sub));
    }

    static JsonNode operator(String sub) {
        return Json.of("{sub: '%s', username: '%s', groups: ['drivers', 'operators'], claims: {}}".formatted(sub, sub));
    }

    /** A function of the backend, by its role. */
    static JsonNode backend() {
        return Json.of("""
                {accountId: '123456789012', username: 'AROA:cleaner',
                 userArn: 'arn:aws:sts::123456789012:assumed-role/cleaner/cleaner', cognitoIdentityId: null}""");
    }

    /** Somebody with the credentials of an identity pool. */
    static JsonNode identityPoolGuest() {
        return Json.of("""
                {accountId: '123456789012', username: 'AROA:CognitoIdentityCredentials',
                 userArn: 'arn:aws:sts::123456789012:assumed-role/guest/CognitoIdentityCredentials',
                 cognitoIdentityId: 'us-east-1:0'}""");
    }
}
