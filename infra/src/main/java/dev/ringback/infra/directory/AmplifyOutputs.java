package dev.ringback.infra.directory;

import dev.ringback.infra.identity.IdentityStack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.appsync.GraphqlApi;

/**
 * The file amplify_outputs.json, by which Amplify's libraries find sign-in and directory.
 *
 * <p>Version 1.5 of the format, as {@code @aws-amplify/client-config} 1.11 defines it; what apps do not need is left out.
 */
final class AmplifyOutputs {
    private static final String VERSION = "1.5";

    private AmplifyOutputs() {}

    static String text(Stack stack, IdentityStack identity, GraphqlApi api) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        outputs.put("version", VERSION);
        outputs.put("auth", auth(stack, identity));
        outputs.put("data", data(stack, api));
        return stack.toJsonString(outputs);
    }

    private static Map<String, Object> auth(Stack stack, IdentityStack identity) {
        Map<String, Object> auth = new LinkedHashMap<>();
        auth.put("aws_region", stack.getRegion());
        auth.put("user_pool_id", identity.userPool().getUserPoolId());
        auth.put("user_pool_client_id", identity.mobileClient().getUserPoolClientId());
        auth.put("standard_required_attributes", List.of("email"));
        auth.put("user_verification_types", List.of("email"));
        auth.put("unauthenticated_identities_enabled", false);
        auth.put("mfa_configuration", "OPTIONAL");
        auth.put("mfa_methods", List.of("TOTP"));
        return auth;
    }

    private static Map<String, Object> data(Stack stack, GraphqlApi api) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("aws_region", stack.getRegion());
        data.put("url", api.getGraphqlUrl());
        data.put("default_authorization_type", "AMAZON_COGNITO_USER_POOLS");
        data.put("authorization_types", List.of("AWS_IAM"));
        return data;
    }
}
