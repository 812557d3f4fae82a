package dev.ringback.local.lambda;

import dev.ringback.local.aws.Account;
import dev.ringback.local.iam.Credentials;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The environment variables of a function's process: those that Lambda sets, and those of the template. */
final class FunctionEnvironment {
    private final Account account;
    private final String gatewayUrl;

    FunctionEnvironment(Account account, String gatewayUrl) {
        this.account = account;
        this.gatewayUrl = gatewayUrl;
    }

    /** @param runtimeApi {@code host:port/instance} of the Lambda Runtime API */
    Map<String, String> of(FunctionSpec spec, Credentials credentials, String runtimeApi) {
        Map<String, String> variables = new HashMap<>(spec.environment());
        // Of the machine's own environment only the path goes in: a function must not find what Lambda would not have.
        Optional.ofNullable(System.getenv("PATH")).ifPresent(path -> variables.put("PATH", path));
        variables.put("LANG", "en_US.UTF-8");
        variables.put("TZ", ":UTC");
        variables.put("LAMBDA_TASK_ROOT", spec.taskRoot().toString());
        variables.put("_HANDLER", spec.handler());
        variables.put("AWS_REGION", account.region());
        variables.put("AWS_DEFAULT_REGION", account.region());
        variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature());
        variables.put("AWS_LAMBDA_FUNCTION_NAME", spec.name());
        variables.put("AWS_LAMBDA_FUNCTION_VERSION", spec.version());
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMb()));
        variables.put("AWS_LAMBDA_LOG_GROUP_NAME", spec.logGroup());
        variables.put("AWS_LAMBDA_LOG_STREAM_NAME", "local/[" + spec.version() + "]");
        variables.put("AWS_LAMBDA_LOG_FORMAT", spec.logFormat());
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", spec.snapStart() ? "snap-start" : "on-demand");
        variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        variables.put("AWS_ENDPOINT_URL", gatewayUrl);
        variables.putAll(spec.snapStart() ? fetched(credentials, runtimeApi) : given(credentials));
        return variables;
    }

    private static Map<String, String> given(Credentials credentials) {
        return Map.of(
                "AWS_ACCESS_KEY_ID", credentials.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey(),
                "AWS_SESSION_TOKEN", credentials.sessionToken());
    }

    // A snapshot outlives credentials, so Lambda has its functions fetch them; those that only read the three variables
    // above would fail there.
    private static Map<String, String> fetched(Credentials credentials, String runtimeApi) {
        return Map.of(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                "http://" + runtimeApi + RuntimeApi.CREDENTIALS,
                "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                credentials.sessionToken());
    }
}
