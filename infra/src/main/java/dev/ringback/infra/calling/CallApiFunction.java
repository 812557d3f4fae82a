package dev.ringback.infra.calling;

import dev.ringback.infra.data.CallIndexes;
import dev.ringback.infra.data.DataStack;
import dev.ringback.infra.environment.Settings;
import dev.ringback.infra.function.JavaFunction;
import dev.ringback.infra.function.Permission;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/** The function behind the HTTP API. */
record CallApiFunction(CallingStack.Props props, RingTimeouts ringTimeouts) {

    Alias in(Construct scope, String id) {
        Settings settings = props.settings();
        return new JavaFunction(
                        scope,
                        id,
                        new JavaFunction.Props(
                                settings,
                                props.functions().callApi(),
                                "dev.ringback.callapi.CallApiHandler::handleRequest",
                                "Answers the requests of the apps",
                                settings.callApi().memoryMb(),
                                settings.callApi().timeoutSeconds(),
                                environment(),
                                permissions()))
                .live();
    }

    private Map<String, String> environment() {
        Settings settings = props.settings();
        return Map.ofEntries(
                Map.entry("ENVIRONMENT_NAME", settings.environment()),
                Map.entry("DEVICE_INFO_TABLE", props.data().deviceInfo().getTableName()),
                Map.entry("CALLS_TABLE", props.data().calls().getTableName()),
                Map.entry("PEOPLE_TABLE", props.data().people().getTableName()),
                Map.entry("BANDWIDTH_SECRET_ARN", props.data().bandwidthSecretArn()),
                Map.entry("PUSH_FUNCTION_ARN", props.pushNotifier().getFunctionArn()),
                Map.entry("RING_TIMEOUT_QUEUE_URL", ringTimeouts.queueUrl()),
                Map.entry("RING_SECONDS", Integer.toString(settings.calls().ringSeconds())),
                Map.entry(
                        "CALL_LEASE_MINUTES", Integer.toString(settings.calls().leaseMinutes())),
                Map.entry(
                        "CALL_RETENTION_DAYS", Integer.toString(settings.calls().retentionDays())),
                Map.entry(
                        "DEVICE_RETENTION_DAYS",
                        Integer.toString(settings.devices().retentionDays())),
                Map.entry("DECLINE_ENDS_ALL", Boolean.toString(settings.calls().declineEndsAll())),
                // Who can join by what the push carries need not answer first.
                Map.entry(
                        "JOIN_WITHOUT_ANSWER", Boolean.toString(settings.push().includeParticipantToken())));
    }

    private List<PolicyStatement> permissions() {
        String calls = props.data().calls().getTableArn();
        return List.of(
                Permission.to("ReserveDevices")
                        .allow("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(props.data().deviceInfo().getTableArn()),
                Permission.to("FindDevicesOfUsers")
                        .allow("dynamodb:Query")
                        .on(props.data().deviceInfo().getTableArn() + "/index/" + DataStack.DEVICES_BY_OWNER),
                Permission.to("KeepCalls")
                        .allow("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(calls),
                Permission.to("ListCallsMade").allow("dynamodb:Query").on(calls + "/index/" + CallIndexes.BY_CALLER),
                Permission.to("ListCallsReceived")
                        .allow("dynamodb:Query")
                        .on(calls + "/index/" + CallIndexes.BY_CALLEE),
                Permission.to("FindPeople")
                        .allow("dynamodb:GetItem")
                        .on(props.data().people().getTableArn()),
                Permission.to("ReadBandwidthSecret")
                        .allow("secretsmanager:GetSecretValue")
                        .on(props.data().bandwidthSecretArn()),
                Permission.to("StartPush")
                        .allow("lambda:InvokeFunction")
                        .on(props.pushNotifier().getFunctionArn()),
                ringTimeouts.permissionToSend());
    }
}
