package dev.ringback.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.assembly.Assets;
import dev.ringback.local.aws.Account;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.iam.Role;
import dev.ringback.local.iam.Roles;
import dev.ringback.local.logs.LogsProvider;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.StackFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the declaration of a function, and refuses what would not run here as it does on Lambda. */
public final class FunctionReader {
    /** A laptop has few cores, and every instance is a JVM. */
    private static final int MOST_INSTANCES = 4;

    private static final Set<String> KNOWN = Set.of(
            "Code",
            "FunctionName",
            "Handler",
            "Role",
            "Runtime",
            "MemorySize",
            "Timeout",
            "Environment",
            "SnapStart",
            "LoggingConfig",
            "ReservedConcurrentExecutions",
            "Description",
            "Architectures",
            "EphemeralStorage",
            "TracingConfig",
            "Tags");
    private static final String RUNTIME = "java" + Runtime.version().feature();

    private final Account account;
    private final Roles roles;
    private final FunctionCode code;
    private final Consumer<String> console;

    /** @param workFolder where code that comes as one file is unpacked */
    public FunctionReader(Account account, Roles roles, Assets assets, Path workFolder, Consumer<String> console) {
        this.account = account;
        this.roles = roles;
        this.code = new FunctionCode(assets, workFolder);
        this.console = console;
    }

    FunctionSpec read(ResourceDeclaration declaration) {
        JsonNode properties = declaration.properties();
        check(properties);
        String name = properties.path("FunctionName").asText(declaration.name(64));
        String label = label(declaration);
        Principal principal = role(properties).session(name);
        String logGroup = properties.path("LoggingConfig").path("LogGroup").asText("/aws/lambda/" + name);
        warnOfLostLogs(label, principal, logGroup);
        return new FunctionSpec(
                name,
                account.arn("lambda", "function:" + name),
                label,
                LambdaFunction.LATEST,
                properties.path("Handler").asText(),
                code.folder(properties.path("Code")),
                properties.path("MemorySize").asInt(128),
                Duration.ofSeconds(properties.path("Timeout").asInt(3)),
                environment(properties),
                principal,
                false,
                logGroup,
                properties.path("LoggingConfig").path("LogFormat").asText("Text"),
                Math.min(
                        MOST_INSTANCES,
                        properties.path("ReservedConcurrentExecutions").asInt(MOST_INSTANCES)));
    }

    boolean hasSnapStart(JsonNode properties) {
        return properties.path("SnapStart").path("ApplyOn").asText().equals("PublishedVersions");
    }

    private static void check(JsonNode properties) {
        properties.fieldNames().forEachRemaining(property -> {
            if (!KNOWN.contains(property)) {
                throw new StackFailure("The local runtime does not know the property " + property + " of functions.");
            }
        });
        String runtime = properties.path("Runtime").asText();
        if (!runtime.equals(RUNTIME)) {
            throw new StackFailure("The function needs the runtime " + runtime + "; this Java runs " + RUNTIME + ".");
        }
    }

    private Role role(JsonNode properties) {
        String arn = properties.path("Role").asText();
        Role role = roles.withArn(arn).orElseThrow(() -> new StackFailure("There is no role " + arn + "."));
        if (!role.mayBeAssumedBy("lambda.amazonaws.com")) {
            throw new StackFailure("The role defined for the function cannot be assumed by Lambda.");
        }
        return role;
    }

    private void warnOfLostLogs(String label, Principal principal, String logGroup) {
        String arn = LogsProvider.arn(account, logGroup).replaceFirst("\\*$", "log-stream:any");
        if (!principal.allows("logs:PutLogEvents", arn) || !principal.allows("logs:CreateLogStream", arn)) {
            console.accept(label + " may not write to its log group " + logGroup + "; in AWS its log would be lost.");
        }
    }

    private static Map<String, String> environment(JsonNode properties) {
        Map<String, String> variables = new HashMap<>();
        properties
                .path("Environment")
                .path("Variables")
                .properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asText()));
        return variables;
    }

    /** The logical id without the hash that CDK puts behind it, unless the function has a name of its own. */
    private static String label(ResourceDeclaration declaration) {
        return declaration
                .properties()
                .path("FunctionName")
                .asText(declaration.logicalId().replaceFirst("(Function)?[0-9A-F]{8}$", ""));
    }
}
