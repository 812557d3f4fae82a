package dev.ringback.local.appsync.auth;

import dev.ringback.local.appsync.ApiCaller;

/** A way of AppSync to know who calls. */
public enum AuthMode {
    AMAZON_COGNITO_USER_POOLS("aws_cognito_user_pools"),
    AWS_IAM("aws_iam"),
    API_KEY("aws_api_key");

    private final String directive;

    AuthMode(String directive) {
        this.directive = directive;
    }

    /** What opens a type or field to this mode. */
    String directive() {
        return directive;
    }

    static AuthMode of(ApiCaller caller) {
        return switch (caller) {
            case ApiCaller.User _ -> AMAZON_COGNITO_USER_POOLS;
            case ApiCaller.Signer _ -> AWS_IAM;
            case ApiCaller.KeyHolder _ -> API_KEY;
        };
    }
}
