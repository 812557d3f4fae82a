package dev.ringback.infra.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each guard, by breaking what it guards. */
class GuardsTest {
    private static final String CALLS = "Calls3682725C";

    private final ResourceTypes types = ResourceTypes.judged();
    private final Pinned pinned = Pinned.reviewed(types, "full");
    private final Guard kept = new KeptData(types, pinned);
    private final List<StackTemplate> templates;

    GuardsTest(@Synthesized("full") Assembly full) {
        templates = full.templates().stream()
                .map(template ->
                        new StackTemplate(template.name(), template.json().deepCopy()))
                .toList();
    }

    @Test
    void whatIsKeptAsItShouldBePasses() {
        assertThat(kept.breaches(templates)).isEmpty();
        assertThat(pinned.breaches(templates)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Data, Calls3682725C, DeletionPolicy",
        "Data, BandwidthSecret, UpdateReplacePolicy",
        "Identity, UserPool6BA7E5F2, UpdateReplacePolicy",
        "Push, PushNotifierLogs991F1491, DeletionPolicy"
    })
    void aResourceThatIsNotRetainedIsFound(String stack, String id, String policy) {
        resource(stack, id).put(policy, "Delete");
        assertThat(kept.breaches(templates))
                .singleElement()
                .asString()
                .startsWith(stack + "/" + id + " ")
                .endsWith(" would be lost: its " + policy + " is Delete, not Retain.");
    }

    @Test
    void aResourceWithoutAPolicyIsFound() {
        resource("Data", CALLS).remove("DeletionPolicy");
        assertThat(kept.breaches(templates))
                .containsExactly("Data/Calls3682725C (AWS::DynamoDB::Table) would be lost:"
                        + " its DeletionPolicy is Delete, not Retain.");
    }

    @Test
    void aTableThatMayBeDeletedIsFound() {
        properties("Data", CALLS).put("DeletionProtectionEnabled", false);
        assertThat(kept.breaches(templates))
                .containsExactly("Data/Calls3682725C (AWS::DynamoDB::Table) is not protected:"
                        + " DeletionProtectionEnabled is not true.");
    }

    @Test
    void aTableThatCannotBeRestoredIsFound() {
        properties("Data", CALLS).remove("PointInTimeRecoverySpecification");
        assertThat(kept.breaches(templates)).singleElement().asString().contains("PointInTimeRecoveryEnabled");
    }

    @Test
    void aPoolThatMayBeDeletedIsFound() {
        properties("Identity", "UserPool6BA7E5F2").put("DeletionProtection", "INACTIVE");
        assertThat(kept.breaches(templates)).singleElement().asString().endsWith("DeletionProtection is not ACTIVE.");
    }

    @Test
    void aRenamedResourceIsFoundAsGoneAndAsNew() {
        ObjectNode resources = (ObjectNode) stack("Data").json().path("Resources");
        resources.set("CallLog11111111", resources.remove(CALLS));
        assertThat(pinned.breaches(templates))
                .containsExactlyInAnyOrder(
                        "Data/Calls3682725C is gone, and with it what it holds.",
                        "Data/CallLog11111111 (AWS::DynamoDB::Table) is not in stateful.json:"
                                + " is it new, or another one under a new id?");
    }

    @Test
    void anotherKeyIsAnotherTable() {
        ((ObjectNode) properties("Data", CALLS).at("/KeySchema/0")).put("AttributeName", "id");
        assertThat(pinned.breaches(templates))
                .singleElement()
                .asString()
                .startsWith("Data/Calls3682725C (AWS::DynamoDB::Table) would be another one: KeySchema is [");
    }

    @Test
    void aNameGivenLaterIsAnotherTable() {
        properties("Data", CALLS).put("TableName", "calls");
        assertThat(pinned.breaches(templates)).singleElement().asString().contains("TableName is \"calls\"");
    }

    @Test
    void aResourceThatIsNowOfAnotherTypeIsFound() {
        resource("Push", "PushNotifierLive5941839E").put("Type", "AWS::Lambda::Version");
        assertThat(pinned.breaches(templates)).anyMatch(breach -> breach.endsWith("was of type AWS::Lambda::Alias."));
    }

    @Test
    void aTypeThatNobodyHasJudgedIsFound() {
        assertThat(types.noneUnjudged().breaches(templates)).isEmpty();
        resource("Data", CALLS).put("Type", "AWS::RDS::DBInstance");
        assertThat(types.noneUnjudged().breaches(templates))
                .containsExactly("Data/Calls3682725C (AWS::RDS::DBInstance) has a type that"
                        + " infra/resource-types.json does not judge.");
    }

    @Test
    void logsWithoutAnEndAreFound() {
        assertThat(new BoundedLogs().breaches(templates)).isEmpty();
        properties("Push", "PushNotifierLogs991F1491").remove("RetentionInDays");
        assertThat(new BoundedLogs().breaches(templates))
                .containsExactly("Push/PushNotifierLogs991F1491 (AWS::Logs::LogGroup) keeps its logs for ever.");
    }

    @Test
    void aFunctionThatLogsElsewhereIsFound() {
        properties("Push", "PushNotifierFunctionC9FDBCB7").remove("LoggingConfig");
        assertThat(new BoundedLogs().breaches(templates))
                .containsExactly("Push/PushNotifierFunctionC9FDBCB7 (AWS::Lambda::Function) logs to a group that is not"
                        + " its stack's.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs:CreateLogGroup", "logs:*", "logs:Create*"})
    void aRoleThatMayMakeLogGroupsIsFound(String action) {
        ((ObjectNode) properties("Push", "PushNotifierRoleECCC122A").at("/Policies/0/PolicyDocument/Statement/0"))
                .put("Action", action);
        assertThat(new BoundedLogs().breaches(templates))
                .containsExactly("Push/PushNotifierRoleECCC122A (AWS::IAM::Role) may make log groups, which nothing"
                        + " would remove.");
    }

    @Test
    void aRoleThatNamesWhatItMayDoPasses() {
        assertThat(new NarrowRoles().breaches(templates)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Action, dynamodb:*", "Action, *", "Resource, *", "Resource, arn:aws:dynamodb:::table/*"})
    void aWildcardOfARoleIsFound(String part, String wildcard) {
        ((ObjectNode) properties("Push", "PushNotifierRoleECCC122A").at("/Policies/0/PolicyDocument/Statement/0"))
                .put(part, wildcard);
        assertThat(new NarrowRoles().breaches(templates))
                .singleElement()
                .asString()
                .startsWith("Push/PushNotifierRoleECCC122A (AWS::IAM::Role) may do too much: ")
                .contains("\"" + wildcard + "\"");
    }

    @Test
    void theReasonForAWildcardIsNoneForAnother() {
        JsonNode statements = properties("Push", "PushNotifierRoleECCC122A").at("/Policies/0/PolicyDocument/Statement");
        ObjectNode traces = (ObjectNode) statements
                .valueStream()
                .filter(statement -> statement.path("Sid").asText().equals("WriteTraces"))
                .findFirst()
                .orElseThrow();
        traces.put("Action", "xray:*");
        assertThat(new NarrowRoles().breaches(templates)).hasSize(1);
    }

    @Test
    void aFunctionWithoutAnAlarmIsFound() throws IOException {
        assertThat(unalarmed(alarm("AWS/Lambda", "Duration"))).hasSize(1);
        assertThat(unalarmed(alarm("Ringback", "Errors"))).hasSize(1);
        assertThat(unalarmed("")).containsExactly("Planted/Caller (AWS::Lambda::Function) has no alarm on its errors.");
    }

    @Test
    void anAlarmOnErrorsOfTheFunctionIsEnough() throws IOException {
        assertThat(unalarmed(alarm("AWS/Lambda", "Errors"))).isEmpty();
    }

    @Test
    void soIsAnAlarmOnAnExpressionOfThem() throws IOException {
        assertThat(unalarmed("""
                ,"Alarm": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"Metrics": [
                  {"Id": "rate", "Expression": "errors / 2"},
                  {"Id": "errors", "MetricStat": {"Metric": {"Namespace": "AWS/Lambda", "MetricName": "Errors",
                    "Dimensions": [{"Name": "FunctionName", "Value": {"Ref": "Caller"}}]}}}]}}""")).isEmpty();
    }

    @Test
    void whatStaysIsFoundWhereNothingMay() {
        assertThat(new NothingLeft().breaches(templates))
                .contains(
                        "Data/Calls3682725C (AWS::DynamoDB::Table) would stay: its DeletionPolicy is Retain.",
                        "Data/Calls3682725C (AWS::DynamoDB::Table) refuses deletion.",
                        "Data/Calls3682725C (AWS::DynamoDB::Table) would leave a backup, which AWS keeps for 35 days.",
                        "Identity/UserPool6BA7E5F2 (AWS::Cognito::UserPool) refuses deletion.");
    }

    @Test
    void aCustomResourceIsFoundWhereNothingMayStay() {
        resource("Push", "PushNotifierLive5941839E").put("Type", "Custom::LogRetention");
        assertThat(new NothingLeft().breaches(templates))
                .contains("Push/PushNotifierLive5941839E (Custom::LogRetention) may make what no stack knows of.");
    }

    private static String alarm(String namespace, String metric) {
        return """
                ,"Alarm": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"Namespace": "%s", "MetricName": "%s",
                  "Dimensions": [{"Name": "FunctionName", "Value": {"Ref": "Caller"}}]}}""".formatted(namespace, metric);
    }

    private static List<String> unalarmed(String alarm) throws IOException {
        JsonNode template = new ObjectMapper().readTree("""
                {"Resources": {"Caller": {"Type": "AWS::Lambda::Function"}%s}}""".formatted(alarm));
        return new AlarmedFunctions().breaches(List.of(new StackTemplate("Planted", template)));
    }

    private StackTemplate stack(String name) {
        return templates.stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode resource(String stack, String id) {
        return (ObjectNode) stack(stack).resources().get(id);
    }

    private ObjectNode properties(String stack, String id) {
        return (ObjectNode) resource(stack, id).path("Properties");
    }
}
