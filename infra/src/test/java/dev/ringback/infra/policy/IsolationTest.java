package dev.ringback.infra.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Exports;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Device tokens and call tokens lie in two tables; nothing but the functions that need them may come near them. */
class IsolationTest {
    private static final String DEVICE_INFO = "DeviceInfoE8C729C0";
    private static final String CALLS = "Calls3682725C";
    private static final String CALL_API_ROLE = "CallApiFunctionRoleF63E8667";
    private static final String PUSH_NOTIFIER_ROLE = "PushNotifierRoleECCC122A";
    private static final String CALL_KEEPER_ROLE = "CallKeeperFunctionRole363A7C70";
    private static final String CALL_EVENTS_ROLE = "CallEventsFunctionRole7E9590A7";
    private static final String PEOPLE_DELTA = "PeopleDelta3829737A";

    private final Assembly full;
    private final List<Statement> statements;

    IsolationTest(@Synthesized("full") Assembly full) {
        this.full = full;
        this.statements = Statements.of(full);
    }

    @Test
    void onlyTheRolesOfThreeFunctionsReachDevices() {
        assertThat(statements)
                .filteredOn(statement -> statement.reaches(DEVICE_INFO))
                .extracting(Statement::holder)
                .containsOnly(CALL_API_ROLE, PUSH_NOTIFIER_ROLE, CALL_KEEPER_ROLE);
    }

    @Test
    void onlyTheRolesOfTheFourFunctionsReachCalls() {
        assertThat(statements)
                .filteredOn(statement -> statement.reaches(CALLS))
                .extracting(Statement::holder)
                .containsOnly(CALL_API_ROLE, PUSH_NOTIFIER_ROLE, CALL_KEEPER_ROLE, CALL_EVENTS_ROLE);
    }

    @Test
    void nothingElseEvenNamesDevices() {
        assertThat(resourcesThatName(DEVICE_INFO))
                .containsExactlyInAnyOrder(
                        "AWS::IAM::Role " + CALL_API_ROLE,
                        "AWS::IAM::Role " + PUSH_NOTIFIER_ROLE,
                        "AWS::IAM::Role " + CALL_KEEPER_ROLE,
                        "AWS::Lambda::Function CallApiFunctionF2534134",
                        "AWS::Lambda::Function PushNotifierFunctionC9FDBCB7",
                        "AWS::Lambda::Function CallKeeperFunction3688D816");
    }

    @Test
    void nothingElseEvenNamesCalls() {
        assertThat(resourcesThatName(CALLS))
                .containsExactlyInAnyOrder(
                        "AWS::IAM::Role " + CALL_API_ROLE,
                        "AWS::IAM::Role " + PUSH_NOTIFIER_ROLE,
                        "AWS::IAM::Role " + CALL_KEEPER_ROLE,
                        "AWS::IAM::Role " + CALL_EVENTS_ROLE,
                        "AWS::Lambda::Function CallApiFunctionF2534134",
                        "AWS::Lambda::Function PushNotifierFunctionC9FDBCB7",
                        "AWS::Lambda::Function CallKeeperFunction3688D816",
                        "AWS::Lambda::EventSourceMapping CallKeeperFunctionLiveCalls3606C500",
                        "AWS::Lambda::EventSourceMapping CallEventsFunctionLiveCalls88C2FAD2");
    }

    @ParameterizedTest
    @ValueSource(strings = {DEVICE_INFO, CALLS})
    void anItemIsReachedByItsIdAlone(String table) {
        assertThat(statements)
                .filteredOn(statement -> statement.resources().contains("${" + table + ".Arn}"))
                .flatExtracting(Statement::actions)
                .isNotEmpty()
                .allMatch(Set.of(
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:DeleteItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:UpdateItem")::contains);
    }

    @Test
    void devicesAreReachedOnlyByTheirOwnerBesides() {
        assertThat(statements)
                .filteredOn(statement -> statement.reaches(DEVICE_INFO))
                .flatExtracting(Statement::resources)
                .containsOnly("${" + DEVICE_INFO + ".Arn}", "${" + DEVICE_INFO + ".Arn}/index/byOwner");
    }

    @Test
    void callsAreSearchedInTheIndexesForIt() {
        assertThat(statements)
                .filteredOn(statement -> statement.reaches(CALLS))
                .filteredOn(statement -> statement.resources().toString().contains("/index/"))
                .extracting(statement -> statement.holder() + " " + statement.actions() + " " + statement.resources())
                .containsExactlyInAnyOrder(
                        CALL_API_ROLE + " [dynamodb:Query] [${" + CALLS + ".Arn}/index/byCaller]",
                        CALL_API_ROLE + " [dynamodb:Query] [${" + CALLS + ".Arn}/index/byCallee]",
                        CALL_KEEPER_ROLE + " [dynamodb:Query] [${" + CALLS + ".Arn}/index/byLease]");
    }

    @Test
    void callsAreFollowedByTheTwoFunctionsForIt() {
        assertThat(statements)
                .filteredOn(statement -> statement.resources().toString().contains(CALLS + ".StreamArn"))
                .extracting(Statement::holder)
                .containsExactlyInAnyOrder(CALL_KEEPER_ROLE, CALL_EVENTS_ROLE);
    }

    @Test
    void whoTellsOfCallsCanOnlyFollowThem() {
        assertThat(statements)
                .filteredOn(statement -> statement.reaches(CALLS))
                .filteredOn(statement -> statement.holder().equals(CALL_EVENTS_ROLE))
                .flatExtracting(Statement::resources)
                .containsExactly("${" + CALLS + ".StreamArn}");
    }

    @Test
    void dataSourcesAreOnPeopleOnly() {
        assertThat(DataSourceTables.of(full)).containsExactlyInAnyOrder("${PeopleE38C8D03}", "${" + PEOPLE_DELTA + "}");
    }

    @Test
    void dataSourcesAreTablesOrNothing() {
        assertThat(dataSources())
                .extracting(source -> source.at("/Properties/Type").asText())
                .containsExactlyInAnyOrder("AMAZON_DYNAMODB", "NONE");
    }

    @Test
    void theRolesOfDataSourcesReachPeopleOnly() {
        List<String> roles = dataSources().stream()
                .map(source ->
                        source.at("/Properties/ServiceRoleArn/Fn::GetAtt/0").asText())
                .filter(role -> !role.isEmpty())
                .toList();
        assertThat(roles).containsExactly("DataSourcesPeopleRole94126B51");
        assertThat(statements)
                .filteredOn(statement -> roles.contains(statement.holder()))
                .flatExtracting(Statement::resources)
                .isNotEmpty()
                .allMatch(resource ->
                        resource.matches("\\$\\{(PeopleE38C8D03|" + PEOPLE_DELTA + ")\\.Arn}(/index/\\w+)?"));
    }

    @Test
    void theWalkSeesADataSourceOnAnotherTable() throws IOException {
        JsonNode template = new ObjectMapper().readTree("""
                {"Resources":{"Stranger":{"Type":"AWS::AppSync::DataSource","Properties":{"DynamoDBConfig":
                {"TableName":{"Ref":"A"},"DeltaSyncConfig":{"DeltaSyncTableName":{"Ref":"B"}}}}}}}""");
        assertThat(new DataSourceTables(new Exports(Map.of())).in(List.of(new StackTemplate("Planted", template))))
                .containsExactly("${A}", "${B}");
    }

    @Test
    void theWalkSeesAStrangersRole() throws IOException {
        assertThat(planted("AWS::IAM::ManagedPolicy", "dynamodb:Scan", "{\"Fn::GetAtt\":[\"" + CALLS + "\",\"Arn\"]}"))
                .singleElement()
                .matches(statement -> statement.reaches(CALLS));
    }

    @Test
    void theWalkSeesAWildcard() throws IOException {
        assertThat(planted("AWS::IAM::Policy", "dynamodb:GetItem", "\"arn:aws:dynamodb:*:*:table/*\""))
                .singleElement()
                .matches(statement -> statement.reaches(DEVICE_INFO));
    }

    private static List<Statement> planted(String type, String action, String resource) throws IOException {
        JsonNode template = new ObjectMapper()
                .readTree("{\"Resources\":{\"Stranger\":{\"Type\":\"" + type + "\",\"Properties\":{\"PolicyDocument\":"
                        + "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":" + resource
                        + "}}}}}}");
        return new Statements(new Exports(Map.of())).in(List.of(new StackTemplate("Planted", template)));
    }

    private List<JsonNode> dataSources() {
        return full.templates().stream()
                .flatMap(template -> template.resources("AWS::AppSync::DataSource").values().stream())
                .toList();
    }

    private Set<String> resourcesThatName(String table) {
        Exports exports = Exports.of(full);
        Set<String> found = new TreeSet<>();
        full.templates()
                .forEach(template -> template.resources().forEach((id, resource) -> {
                    if (names(resource, table, exports)) {
                        found.add(resource.path("Type").asText() + " " + id);
                    }
                }));
        return found;
    }

    private static boolean names(JsonNode node, String table, Exports exports) {
        if (node.has("Fn::ImportValue")) {
            return exports.text(node).startsWith("${" + table);
        }
        if (node.isTextual()) {
            return node.asText().contains(table);
        }
        for (JsonNode child : node) {
            if (names(child, table, exports)) {
                return true;
            }
        }
        return false;
    }
}
