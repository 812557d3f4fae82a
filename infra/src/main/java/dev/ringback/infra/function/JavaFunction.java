package dev.ringback.infra.function;

import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.operations.FunctionAlarms;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** A Java function behind its {@code live} alias, started from a snapshot, with a role of its own and nothing more. */
public final class JavaFunction extends Construct {
    /** The one Java the functions are built for and run on. */
    public static final Runtime RUNTIME = Runtime.JAVA_25;

    private final Role role;
    private final Alias live;

    /** What makes one function differ from another. */
    public record Props(
            Settings settings,
            FunctionCode code,
            String handler,
            String description,
            int memoryMb,
            int timeoutSeconds,
            Map<String, String> environment,
            List<PolicyStatement> permissions) {}

    public JavaFunction(Construct scope, String id, Props props) {
        super(scope, id);
        LogGroup logs = LogGroup.Builder.create(this, "Logs")
                .retention(props.settings().logRetention())
                .removalPolicy(props.settings().removalPolicy())
                .build();
        role = role(props, logs);
        Function function = function(props, logs);
        live = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(function.getCurrentVersion())
                .build();
        FunctionAlarms.on(this, props.settings(), function);
    }

    /** The only way in: an alias that moves to the new version once that version's snapshot is ready. */
    public Alias live() {
        return live;
    }

    /** Says why one permission ends in a wildcard, without which synth refuses it. */
    public void explainWildcard(String endOfResource, String reason) {
        String regex = "/" + endOfResource.replaceAll("\\W", "\\\\$0") + "$/";
        NagSuppressions.addResourceSuppressions(
                role,
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-IAM5")
                        .appliesTo(List.of(RegexAppliesTo.builder().regex(regex).build()))
                        .reason(reason)
                        .build()));
    }

    private Function function(Props props, LogGroup logs) {
        Function function = Function.Builder.create(this, "Function")
                .runtime(RUNTIME)
                .architecture(Architecture.ARM_64)
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
                .code(Code.fromAsset(props.code().folder().toString()))
                .handler(props.handler())
                .description(props.description())
                .memorySize(props.memoryMb())
                .timeout(Duration.seconds(props.timeoutSeconds()))
                .environment(new TreeMap<>(props.environment()))
                .logGroup(logs)
                .tracing(Tracing.ACTIVE)
                // Without policy updates: what CDK would grant on its own is left out, so that the role is what is
                // written.
                .role(role.withoutPolicyUpdates())
                .build();
        Validations.of(function)
                .acknowledge(Acknowledgment.builder()
                        .id("@aws-cdk/aws-lambda:snapStartRequirePublish")
                        .reason("Every caller goes through the live alias, which names a published version.")
                        .build());
        return function;
    }

    private static PolicyStatement writeTraces() {
        return Permission.to("WriteTraces")
                .allow("xray:PutTelemetryRecords", "xray:PutTraceSegments")
                .on("*");
    }

    // Inline, so that the policies exist before the first version starts and takes its snapshot.
    private Role role(Props props, LogGroup logs) {
        PolicyStatement writeLogs = Permission.to("WriteOwnLogs")
                .allow("logs:CreateLogStream", "logs:PutLogEvents")
                .on(logs.getLogGroupArn());
        Role made = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .inlinePolicies(Map.of(
                        "Permissions",
                        PolicyDocument.Builder.create()
                                .statements(
                                        Stream.concat(props.permissions().stream(), Stream.of(writeLogs, writeTraces()))
                                                .toList())
                                .build()))
                .build();
        NagSuppressions.addResourceSuppressions(
                made,
                List.of(NagPackSuppression.builder()
                        .id("AwsSolutions-IAM5")
                        .appliesTo(List.of("Resource::*"))
                        .reason("X-Ray takes traces for an account, not for a resource: its two write actions know no"
                                + " narrower one.")
                        .build()));
        return made;
    }
}
