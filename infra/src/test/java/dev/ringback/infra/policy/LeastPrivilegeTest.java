package dev.ringback.infra.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.SourceText;
import dev.ringback.infra.assembly.Synthesized;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LeastPrivilegeTest {
    /** Where a template says {@code *} without denying something, and why it may. */
    private static final Map<String, String> WILDCARD_REASONS = Map.of(
            "CallApiHttpApiPOSTapiFunctionPermission22AE8B10 /*/*/api",
            "The API may call the function from any stage by any method: it has one stage and one route, both its own.");

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
                        "ReserveDevices: dynamodb:DeleteItem dynamodb:GetItem"
                                + " dynamodb:PutItem dynamodb:UpdateItem on ${DeviceInfoE8C729C0.Arn}",
                        "KeepCalls: dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem on ${Calls3682725C.Arn}",
                        "ReadBandwidthSecret: secretsmanager:GetSecretValue on ${BandwidthSecret}",
                        "StartPush: lambda:InvokeFunction on ${PushNotifierLive5941839E}",
                        "WriteOwnLogs: logs:CreateLogStream logs:PutLogEvents on ${CallApiFunctionLogs40E2915F.Arn}");
    }

    @Test
    void pushNotifierMayDoExactlyThis() {
        assertThat(permissions("PushNotifierRole"))
                .containsExactlyInAnyOrder(
                        "ReadDevices: dynamodb:GetItem on ${DeviceInfoE8C729C0.Arn}",
                        "ReadCalls: dynamodb:GetItem on ${Calls3682725C.Arn}",
                        "FindCallersName: dynamodb:Query on ${PeopleE38C8D03.Arn}/index/byClientId",
                        "SendPushes: mobiletargeting:SendMessages on"
                                + " arn:aws:mobiletargeting:eu-central-1:111111111111:apps/${Application}/messages",
                        "ReportFailures: sqs:SendMessage on ${PushFailuresC53973B7.Arn}",
                        "WriteOwnLogs: logs:CreateLogStream logs:PutLogEvents on ${PushNotifierLogs991F1491.Arn}");
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
                .hasSize(4);
    }

    @Test
    void eachRoleBelongsToOneFunction() {
        Map<String, Long> functionsByRole = full.templates().stream()
                .flatMap(template -> template.resources("AWS::Lambda::Function").values().stream())
                .collect(Collectors.groupingBy(
                        function -> function.at("/Properties/Role/Fn::GetAtt/0").asText(), Collectors.counting()));
        assertThat(functionsByRole)
                .hasSize(2)
                .allSatisfy((role, functions) -> assertThat(functions).isOne());
    }

    @Test
    void noRoleHasAManagedPolicy() {
        assertThat(full.templates())
                .flatExtracting(template -> template.resources("AWS::IAM::Role").values())
                .noneMatch(role -> role.path("Properties").has("ManagedPolicyArns"));
    }

    @Test
    void noRoleIsAllowedAnythingByWildcard() {
        assertThat(statements).filteredOn(Statement::hasWildcard).isEmpty();
    }

    @Test
    void everyWildcardHasAReason() {
        Set<String> wildcards = new TreeSet<>();
        full.templates()
                .forEach(template -> template.resources()
                        .forEach((id, resource) -> wildcards(id, SourceText.removedFrom(resource), wildcards)));
        assertThat(wildcards).isEqualTo(WILDCARD_REASONS.keySet());
    }

    @Test
    void onlyPushNotifierSendsPushes() {
        assertThat(statements)
                .filteredOn(statement -> statement.actions().toString().contains("mobiletargeting:"))
                .extracting(Statement::holder)
                .containsExactly("PushNotifierRoleECCC122A");
    }

    private List<String> permissions(String role) {
        return statements.stream()
                .filter(statement -> statement.holder().startsWith(role))
                .filter(statement -> !statement.actions().equals(List.of("sts:AssumeRole")))
                .map(statement -> statement.sid() + ": " + String.join(" ", statement.actions()) + " on "
                        + String.join(" ", statement.resources()))
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
