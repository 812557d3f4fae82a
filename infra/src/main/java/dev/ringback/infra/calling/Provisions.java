package dev.ringback.infra.calling;

import dev.ringback.actionkit.Need;
import dev.ringback.infra.action.Provision;
import dev.ringback.infra.data.CallIndexes;
import dev.ringback.infra.data.DataStack;
import dev.ringback.infra.environment.Settings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Turns what actions need into environment variables and permissions together, so that neither is without the other. */
record Provisions(CallingStack.Props props, RingTimeouts ringTimeouts) {
    private static final String KEEP_DEVICES = "KeepDevices";
    private static final String KEEP_CALLS = "KeepCalls";
    private static final String FIND_DEVICES = "FindDevicesOfUsers";

    /** What a function with these needs gets. */
    Provision of(Set<Need> needs) {
        Provision always = Provision.of(Map.of("ENVIRONMENT_NAME", settings().environment()));
        return Provision.union(
                Stream.concat(Stream.of(always), needs.stream().map(this::of)).toList());
    }

    private Provision of(Need need) {
        return switch (need) {
            case DEVICES_READ -> devicesRead();
            case DEVICES -> devices();
            case CALLS -> calls();
            case BLOCKS_READ -> blocksRead();
            case BLOCKS -> blocks();
            case HISTORY -> history();
            case OWN_CALLS -> ownCalls();
            case PEOPLE_OWN -> ownPeople();
            case ACCOUNT_ERASE -> erasure();
            case USERS_READ -> users("cognito-idp:AdminGetUser");
            case USERS_DELETE -> users("cognito-idp:AdminGetUser", "cognito-idp:AdminDeleteUser");
            case PEOPLE_READ ->
                Provision.of(Map.of("PEOPLE_TABLE", props.data().people().getTableName()))
                        .allowing("FindPeople", props.data().people().getTableArn(), "dynamodb:GetItem");
            case MEDIA ->
                Provision.of(Map.of("BANDWIDTH_SECRET_ARN", props.data().bandwidthSecretArn()))
                        .allowing(
                                "ReadBandwidthSecret",
                                props.data().bandwidthSecretArn(),
                                "secretsmanager:GetSecretValue");
            case PUSH ->
                Provision.of(Map.of("PUSH_FUNCTION_ARN", props.pushNotifier().getFunctionArn()))
                        .allowing("StartPush", props.pushNotifier().getFunctionArn(), "lambda:InvokeFunction");
            case RING_TIMER ->
                Provision.of(Map.of("RING_TIMEOUT_QUEUE_URL", ringTimeouts.queueUrl()))
                        .allowing("StartRingTimeouts", ringTimeouts.queueArn(), "sqs:SendMessage");
        };
    }

    private Provision devicesRead() {
        return Provision.of(Map.of("DEVICE_INFO_TABLE", devicesTable()))
                .allowing(KEEP_DEVICES, devicesArn(), "dynamodb:GetItem")
                .allowing(FIND_DEVICES, devicesArn() + "/index/" + DataStack.DEVICES_BY_OWNER, "dynamodb:Query");
    }

    private Provision devices() {
        String days = Integer.toString(settings().devices().retentionDays());
        return Provision.of(Map.of("DEVICE_INFO_TABLE", devicesTable(), "DEVICE_RETENTION_DAYS", days))
                .allowing(
                        KEEP_DEVICES,
                        devicesArn(),
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:UpdateItem")
                .allowing(FIND_DEVICES, devicesArn() + "/index/" + DataStack.DEVICES_BY_OWNER, "dynamodb:Query");
    }

    // A call holds its devices, which is written with it.
    private Provision calls() {
        var calls = settings().calls();
        return Provision.of(Map.of(
                        "CALLS_TABLE", props.data().calls().getTableName(),
                        "DEVICE_INFO_TABLE", devicesTable(),
                        "RING_SECONDS", Integer.toString(calls.ringSeconds()),
                        "CALL_LEASE_MINUTES", Integer.toString(calls.leaseMinutes()),
                        "CALL_RETENTION_DAYS", Integer.toString(calls.retentionDays()),
                        "CALLS_PER_USER_PER_MINUTE", Integer.toString(calls.perUserPerMinute()),
                        "DECLINE_ENDS_ALL", Boolean.toString(calls.declineEndsAll()),
                        // Who can join by what the push carries need not answer first.
                        "JOIN_WITHOUT_ANSWER",
                                Boolean.toString(settings().push().includeParticipantToken())))
                .allowing(KEEP_CALLS, callsArn(), "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                // Whether the callee has blocked the caller is asked in the same write.
                .allowing(KEEP_DEVICES, devicesArn(), "dynamodb:ConditionCheckItem", "dynamodb:UpdateItem");
    }

    private Provision blocksRead() {
        return Provision.of(Map.of("DEVICE_INFO_TABLE", devicesTable()))
                .allowing(KEEP_DEVICES, devicesArn(), "dynamodb:GetItem");
    }

    private Provision blocks() {
        return Provision.of(Map.of("DEVICE_INFO_TABLE", devicesTable()))
                .allowing(
                        KEEP_DEVICES,
                        devicesArn(),
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:UpdateItem");
    }

    private Provision history() {
        return Provision.of(Map.of("CALLS_TABLE", props.data().calls().getTableName()))
                .allowing("ListCallsMade", callsArn() + "/index/" + CallIndexes.BY_CALLER, "dynamodb:Query")
                .allowing("ListCallsReceived", callsArn() + "/index/" + CallIndexes.BY_CALLEE, "dynamodb:Query");
    }

    private Provision ownCalls() {
        return Provision.of(Map.of("CALLS_TABLE", props.data().calls().getTableName()))
                .allowing(KEEP_CALLS, callsArn(), "dynamodb:GetItem")
                .allowing("ListCallsOfUser", callsArn() + "/index/" + CallIndexes.BY_CALLER_OWNER, "dynamodb:Query")
                .allowing("ListCallsReceived", callsArn() + "/index/" + CallIndexes.BY_CALLEE, "dynamodb:Query");
    }

    private Provision ownPeople() {
        String people = props.data().people().getTableArn();
        return Provision.of(Map.of("PEOPLE_TABLE", props.data().people().getTableName()))
                .allowing("FindPeople", people, "dynamodb:GetItem")
                .allowing("FindPeopleOfUser", people + "/index/" + DataStack.PEOPLE_BY_OWNER, "dynamodb:Query");
    }

    private Provision erasure() {
        String changes = props.data().peopleDelta().getTableName();
        return Provision.union(List.of(
                        ownPeople(),
                        Provision.of(Map.of("PEOPLE_DELTA_TABLE", changes, "DEVICE_INFO_TABLE", devicesTable()))))
                .allowing("BuryPeople", props.data().people().getTableArn(), "dynamodb:PutItem")
                .allowing(
                        "ForgetChangesOfPeople",
                        props.data().peopleDelta().getTableArn(),
                        "dynamodb:DeleteItem",
                        "dynamodb:PutItem",
                        "dynamodb:Scan")
                .allowing(KEEP_DEVICES, devicesArn(), "dynamodb:UpdateItem");
    }

    private Provision users(String... operations) {
        return Provision.of(Map.of("USER_POOL_ID", props.identity().userPool().getUserPoolId()))
                .allowing("KeepUsers", props.identity().userPool().getUserPoolArn(), operations);
    }

    private Settings settings() {
        return props.settings();
    }

    private String devicesTable() {
        return props.data().deviceInfo().getTableName();
    }

    private String devicesArn() {
        return props.data().deviceInfo().getTableArn();
    }

    private String callsArn() {
        return props.data().calls().getTableArn();
    }
}
