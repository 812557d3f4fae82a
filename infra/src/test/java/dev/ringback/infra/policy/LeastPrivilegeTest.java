package dev.ringback.infra.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.SourceText;
import dev.ringback.infra.assembly.Synthesized;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeastPrivilegeTest {
    private static final String CALL_EVENTS_ROLE = "CallEventsFunctionRole7E9590A7";
    private static final String FOLLOW =
            "FollowCalls: dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams"
                    + " on ${Calls3682725C.StreamArn}";
    private static final String REPORT_FAILURES =
            "ReportFailures: sqs:SendMessage on ${CallStreamFailures8A222D17.Arn}";

    /** X-Ray takes traces for an account: the two actions know no narrower resource. */
    private static final String WRITE_TRACES = "WriteTraces: xray:PutTelemetryRecords xray:PutTraceSegments on *";

    /** Where a template says {@code *} without denying something, and why it may. */
    private static final Map<String, String> WILDCARD_REASONS = Map.of(
            "CallApiHttpApiPOSTapiFunctionPermission22AE8B10 /*/*/api",
            "The API may call the function from any stage by any method: it has one stage and one route, both its own.",
            CALL_EVENTS_ROLE + " /types/CallEvent/*",
            "Every field of the one type that the mutation answers with; phones get those that were selected.",
            "TopicPolicyA1747468 arn:aws:cloudwatch:eu-central-1:111111111111:alarm:ringback-full-*",
            "Whichever alarm of this environment: CloudFormation names them.");

    private final Assembly full;
    private final List<Statement> statements;

    LeastPrivilegeTest(@Synthesized("full") Assembly full) {
        this.full = full;
        this.statements = Statements.of(full);
    }

    @Test
    void callApiMayDoExactlyThis() {
        assertThat(permissions("CallApiFunctionRole"))
                .containsExactlyInAnyOrder(
                        "KeepDevices: dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:GetItem"
                                + " dynamodb:PutItem dynamodb:UpdateItem on ${DeviceInfoE8C729C0.Arn}",
                        "FindDevicesOfUsers: dynamodb:Query on ${DeviceInfoE8C729C0.Arn}/index/byOwner",
                        "FindPeople: dynamodb:GetItem on ${PeopleE38C8D03.Arn}",
                        "KeepCalls: dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem on ${Calls3682725C.Arn}",
                        "ReadBandwidthSecret: secretsmanager:GetSecretValue on ${BandwidthSecret}",
                        "ListCallsMade: dynamodb:Query on ${Calls3682725C.Arn}/index/byCaller",
                        "ListCallsReceived: dynamodb:Query on ${Calls3682725C.Arn}/index/byCallee",
                        "StartPush: lambda:InvokeFunction on ${PushNotifierLive5941839E}",
                        "StartRingTimeouts: sqs:SendMessage on ${RingTimeoutsQueue12862163.Arn}",
                        "WriteOwnLogs: logs:CreateLogStream logs:PutLogEvents on ${CallApiFunctionLogs40E2915F.Arn}",
                        WRITE_TRACES);
    }

    @Test
    void pushNotifierMayDoExactlyThis() {
        assertThat(permissions("PushNotifierRole"))
                .containsExactlyInAnyOrder(
                        "FreeDevices: dynamodb:DeleteItem dynamodb:GetItem dynamodb:UpdateItem"
                                + " on ${DeviceInfoE8C729C0.Arn}",
                        "FindDevicesOfUsers: dynamodb:Query on ${DeviceInfoE8C729C0.Arn}/index/byOwner",
                        "EndCalls: dynamodb:GetItem dynamodb:UpdateItem on ${Calls3682725C.Arn}",
                        "FindCallersName: dynamodb:Query on ${PeopleE38C8D03.Arn}/index/byClientId",
                        "SendPushes: mobiletargeting:SendMessages on"
                                + " arn:aws:mobiletargeting:eu-central-1:111111111111:apps/${Application}/messages",
                        "ReportFailures: sqs:SendMessage on ${PushFailuresC53973B7.Arn}",
                        "WriteOwnLogs: logs:CreateLogStream logs:PutLogEvents on ${PushNotifierLogs991F1491.Arn}",
                        WRITE_TRACES);
    }

    @Test
    void callKeeperMayDoExactlyThis() {
        assertThat(permissions("CallKeeperFunctionRole"))
                .containsExactlyInAnyOrder(
                        "EndCalls: dynamodb:GetItem dynamodb:UpdateItem on ${Calls3682725C.Arn}",
                        "FindOverdueCalls: dynamodb:Query on ${Calls3682725C.Arn}/index/byLease",
                        "FreeDevices: dynamodb:UpdateItem on ${DeviceInfoE8C729C0.Arn}",
                        "ReadBandwidthSecret: secretsmanager:GetSecretValue on ${BandwidthSecret}",
                        "TakeRingTimeouts: sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage"
                                + " on ${RingTimeoutsQueue12862163.Arn}",
                        FOLLOW,
                        REPORT_FAILURES,
                        "WriteOwnLogs: logs:CreateLogStream logs:PutLogEvents on ${CallKeeperFunctionLogs586B8E45.Arn}",
                        WRITE_TRACES);
    }

    @Test
    void callEventsMayDoExactlyThis() {
        assertThat(permissions("CallEventsFunctionRole"))
                .containsExactlyInAnyOrder(
                        "TellPhones: appsync:GraphQL"
                                + " on ${ApiGraphqlApi7E3125EF.Arn}/types/Mutation/fields/publishCallEvent",
                        "SelectWhatPhonesGet: appsync:GraphQL on ${ApiGraphqlApi7E3125EF.Arn}/types/CallEvent/*",
                        "TellEventBus: events:PutEvents on ${CallEventsBus7D857237.Arn}",
                        FOLLOW,
                        REPORT_FAILURES,
                        "WriteOwnLogs: logs:CreateLogStream logs:PutLogEvents on ${CallEventsFunctionLogs11C86D86.Arn}",
                        WRITE_TRACES);
    }

    @Test
    void theDirectoryMayDoExactlyThisToPeople() {
        String tableActions =
                "dynamodb:BatchGetItem dynamodb:BatchWriteItem dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:Scan"
                        + " dynamodb:UpdateItem";
        assertThat(permissions("DataSourcesPeopleRole"))
                .containsExactlyInAnyOrder(
                        "KeepPeople: " + tableActions + " on ${PeopleE38C8D03.Arn}",
                        "SearchFirstNames: dynamodb:Query on ${PeopleE38C8D03.Arn}/index/byFirstName",
                        "SearchLastNames: dynamodb:Query on ${PeopleE38C8D03.Arn}/index/byLastName",
                        "KeepChanges: " + tableActions + " on ${PeopleDelta3829737A.Arn}");
    }

    @Test
    void theDirectoryMayWriteItsOwnLogs() {
        assertThat(permissions("ApiLog"))
                .containsExactly("WriteOwnLogs: logs:CreateLogStream logs:PutLogEvents on ${ApiLogsCD139AD4.Arn}");
    }

    @Test
    void thereAreNoRolesButThoseOfFunctionsDataSourceAndLogs() {
        assertThat(full.templates())
                .flatExtracting(template -> template.resources("AWS::IAM::Role").keySet())
                .hasSize(6);
    }

    @Test
    void eachRoleBelongsToOneFunction() {
        Map<String, Long> functionsByRole = full.templates().stream()
                .flatMap(template -> template.resources("AWS::Lambda::Function").values().stream())
                .collect(Collectors.groupingBy(
                        function -> function.at("/Properties/Role/Fn::GetAtt/0").asText(), Collectors.counting()));
        assertThat(functionsByRole)
                .hasSize(4)
                .allSatisfy((role, functions) -> assertThat(functions).isOne());
    }

    @Test
    void noRoleHasAManagedPolicy() {
        assertThat(full.templates())
                .flatExtracting(template -> template.resources("AWS::IAM::Role").values())
                .noneMatch(role -> role.path("Properties").has("ManagedPolicyArns"));
    }

    @Test
    void noRoleIsAllowedMoreByWildcardThanTheFieldsOfAnEventAndItsOwnTraces() {
        assertThat(statements)
                .filteredOn(Statement::hasWildcard)
                .filteredOn(statement -> !statement.sid().equals("WriteTraces"))
                .singleElement()
                .extracting(Statement::holder, Statement::sid)
                .containsExactly(CALL_EVENTS_ROLE, "SelectWhatPhonesGet");
    }

    @Test
    void everyWildcardHasAReason() {
        Set<String> wildcards = new TreeSet<>();
        full.templates()
                .forEach(template -> template.resources()
                        .forEach((id, resource) ->
                                wildcards(id, SourceText.removedFrom(resource).path("Properties"), wildcards)));
        wildcards.removeIf(wildcard -> wildcard.matches("\\w+Role[0-9A-F]{8} \\*"));
        assertThat(wildcards).isEqualTo(WILDCARD_REASONS.keySet());
    }

    @Test
    void aWildcardThatIsAddedIsFound() throws IOException {
        Set<String> found = new TreeSet<>();
        wildcards("Role", new ObjectMapper().readTree("""
                {"Statement": [{"Effect": "Allow", "Action": "s3:Get*", "Resource": "a"},
                  {"Effect": "Deny", "Action": "*", "Resource": "*"}]}"""), found);
        assertThat(found).containsExactly("Role s3:Get*");
    }

    @Test
    void onlyPushNotifierSendsPushes() {
        assertThat(statements)
                .filteredOn(statement -> statement.actions().toString().contains("mobiletargeting:"))
                .extracting(Statement::holder)
                .containsExactly("PushNotifierRoleECCC122A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"appsync:", "events:"})
    void onlyCallEventsTellsOfCalls(String service) {
        assertThat(statements)
                .filteredOn(statement -> statement.actions().stream().anyMatch(action -> action.startsWith(service)))
                .extracting(Statement::holder)
                .containsOnly(CALL_EVENTS_ROLE);
    }

    private List<String> permissions(String role) {
        return statements.stream()
                .filter(statement -> statement.holder().startsWith(role))
                .filter(statement -> !statement.actions().equals(List.of("sts:AssumeRole")))
                .map(Statement::text)
                .toList();
    }

    private static void wildcards(String id, JsonNode node, Set<String> found) {
        if (node.isTextual() && node.textValue().contains("*")) {
            found.add(id + " " + node.textValue());
        }
        if (!node.path("Effect").asText().equals("Deny")) {
            node.forEach(child -> wildcards(id, child, found));
        }
    }
}
