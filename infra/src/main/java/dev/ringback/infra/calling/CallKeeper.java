package dev.ringback.infra.calling;

import dev.ringback.infra.data.CallIndexes;
import dev.ringback.infra.data.DataStack;
import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.function.FunctionCode;
import dev.ringback.infra.function.JavaFunction;
import dev.ringback.infra.function.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.constructs.Construct;

/** The function that ends calls nobody answers, releases what ended calls held, and sweeps up what was left behind. */
final class CallKeeper extends Construct {
    static final int TIMEOUT_SECONDS = 30;
    private static final int MEMORY_MB = 1024;
    private static final Duration BETWEEN_SWEEPS = Duration.minutes(1);

    /** Calls that have just come to an end or were not released yet. */
    private static final String OVER_AND_NOT_RELEASED = """
            {"dynamodb":{"NewImage":{"state":{"S":["ENDED","DECLINED","CANCELLED","MISSED","UNREACHABLE","FAILED"]},\
            "leased":{"S":[{"exists":true}]}}}}""";

    private final Alias live;

    /** What this function is built on. */
    record Props(Settings settings, DataStack data, CallStream changes, RingTimeouts ringTimeouts, FunctionCode code) {}

    CallKeeper(Construct scope, String id, Props props) {
        super(scope, id);
        live = new JavaFunction(
                        this,
                        "Function",
                        new JavaFunction.Props(
                                props.settings(),
                                props.code(),
                                "dev.ringback.callkeeper.CallKeeperHandler::handleRequest",
                                "Ends calls that nobody ends, and releases what they held",
                                MEMORY_MB,
                                TIMEOUT_SECONDS,
                                environment(props),
                                permissions(props)))
                .live();
        props.changes().follow(live, OVER_AND_NOT_RELEASED);
        props.ringTimeouts().deliverTo(live);
        sweepEveryMinute();
    }

    Alias live() {
        return live;
    }

    // A sweep that failed is not tried again, neither by EventBridge nor by Lambda: the next does its work.
    private void sweepEveryMinute() {
        Rule.Builder.create(this, "Sweep")
                .description("Sweeps up calls that should be over")
                .schedule(Schedule.rate(BETWEEN_SWEEPS))
                .targets(List.of(LambdaFunction.Builder.create(live)
                        .retryAttempts(0)
                        .maxEventAge(BETWEEN_SWEEPS)
                        .build()))
                .build();
        live.configureAsyncInvoke(EventInvokeConfigOptions.builder()
                .retryAttempts(0)
                .maxEventAge(BETWEEN_SWEEPS)
                .build());
    }

    private static Map<String, String> environment(Props props) {
        return Map.of(
                "ENVIRONMENT_NAME", props.settings().environment(),
                "CALLS_TABLE", props.data().calls().getTableName(),
                "DEVICE_INFO_TABLE", props.data().deviceInfo().getTableName(),
                "BANDWIDTH_SECRET_ARN", props.data().bandwidthSecretArn());
    }

    private static List<PolicyStatement> permissions(Props props) {
        String calls = props.data().calls().getTableArn();
        List<PolicyStatement> permissions = new ArrayList<>(List.of(
                Permission.to("EndCalls")
                        .allow("dynamodb:GetItem", "dynamodb:UpdateItem")
                        .on(calls),
                Permission.to("FindOverdueCalls").allow("dynamodb:Query").on(calls + "/index/" + CallIndexes.BY_LEASE),
                Permission.to("FreeDevices")
                        .allow("dynamodb:UpdateItem")
                        .on(props.data().deviceInfo().getTableArn()),
                Permission.to("ReadBandwidthSecret")
                        .allow("secretsmanager:GetSecretValue")
                        .on(props.data().bandwidthSecretArn()),
                props.ringTimeouts().permissionToTake()));
        permissions.addAll(props.changes().permissions());
        return permissions;
    }
}
