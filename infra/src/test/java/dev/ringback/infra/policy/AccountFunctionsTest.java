package dev.ringback.infra.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.infra.RingbackApp;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.ThrowAwayRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the functions may do that delete accounts and tell users what is kept of them, by the real manifests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountFunctionsTest {
    private static final String DEVICES = "${DeviceInfoE8C729C0.Arn}";
    private static final String CALLS = "${Calls3682725C.Arn}";
    private static final String PEOPLE = "${PeopleE38C8D03.Arn}";

    private Assembly assembly;

    @BeforeAll
    void synthesize(@TempDir Path root) throws IOException {
        ThrowAwayRepository.in(root).withOwnFunctions();
        RingbackApp.synthesize(root, "full", root.resolve("out"));
        assembly = new Assembly("full", root.resolve("out"));
    }

    @Test
    void theDeletionMayDoExactlyThis() {
        assertThat(permissions("DeleteAccountFunctionRole"))
                .contains(
                        "KeepDevices: dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:GetItem"
                                + " dynamodb:PutItem dynamodb:UpdateItem on " + DEVICES,
                        "FindDevicesOfUsers: dynamodb:Query on " + DEVICES + "/index/byOwner",
                        "KeepCalls: dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem on " + CALLS,
                        "ListCallsOfUser: dynamodb:Query on " + CALLS + "/index/byCallerOwner",
                        "ListCallsReceived: dynamodb:Query on " + CALLS + "/index/byCallee",
                        "FindPeople: dynamodb:GetItem on " + PEOPLE,
                        "FindPeopleOfUser: dynamodb:Query on " + PEOPLE + "/index/byOwner",
                        "BuryPeople: dynamodb:PutItem on " + PEOPLE)
                .anyMatch(one -> one.startsWith("ForgetChangesOfPeople: dynamodb:DeleteItem dynamodb:PutItem"
                        + " dynamodb:Scan on ${PeopleDelta"))
                .anyMatch(one ->
                        one.startsWith("KeepUsers: cognito-idp:AdminDeleteUser cognito-idp:AdminGetUser on ${UserPool"))
                .anyMatch(one -> one.startsWith("WriteOwnLogs: "))
                .anyMatch(one -> one.startsWith("WriteTraces: "))
                .hasSize(12);
    }

    @Test
    void theExportMayReadExactlyThis() {
        assertThat(permissions("ExportMyDataFunctionRole"))
                .contains(
                        "KeepDevices: dynamodb:GetItem on " + DEVICES,
                        "FindDevicesOfUsers: dynamodb:Query on " + DEVICES + "/index/byOwner",
                        "KeepCalls: dynamodb:GetItem on " + CALLS,
                        "ListCallsOfUser: dynamodb:Query on " + CALLS + "/index/byCallerOwner",
                        "ListCallsReceived: dynamodb:Query on " + CALLS + "/index/byCallee",
                        "FindPeople: dynamodb:GetItem on " + PEOPLE,
                        "FindPeopleOfUser: dynamodb:Query on " + PEOPLE + "/index/byOwner")
                .anyMatch(one -> one.startsWith("KeepUsers: cognito-idp:AdminGetUser on ${UserPool"))
                .anyMatch(one -> one.startsWith("WriteOwnLogs: "))
                .anyMatch(one -> one.startsWith("WriteTraces: "))
                .hasSize(10);
    }

    @Test
    void callApiHasNothingOfIt() {
        assertThat(permissions("CallApiFunctionRole"))
                .noneMatch(one -> one.contains("cognito-idp")
                        || one.contains("PeopleDelta")
                        || one.contains("byCallerOwner")
                        || one.contains(PEOPLE + "/index/byOwner"));
    }

    private List<String> permissions(String role) {
        return Statements.of(assembly).stream()
                .filter(statement -> statement.holder().startsWith(role))
                .filter(statement -> !statement.actions().equals(List.of("sts:AssumeRole")))
                .map(Statement::text)
                .toList();
    }
}
