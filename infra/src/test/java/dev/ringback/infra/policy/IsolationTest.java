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

/** Device tokens and call tokens lie in two tables; nothing but the two functions may come near them. */
class IsolationTest {
    private static final String DEVICE_INFO = "DeviceInfoE8C729C0";
    private static final String CALLS = "Calls3682725C";
    private static final String PEOPLE_DELTA = "PeopleDelta3829737A";

    private final Assembly full;
    private final List<Statement> statements;

    IsolationTest(@Synthesized("full") Assembly full) {
        this.full = full;
        this.statements = Statements.of(full);
    }

    @ParameterizedTest
    @ValueSource(strings = {DEVICE_INFO, CALLS})
    void onlyTheRolesOfTheTwoFunctionsReachIt(String table) {
        assertThat(statements)
                .filteredOn(statement -> statement.reaches(table))
                .extracting(Statement::holder)
                .containsOnly("CallApiFunctionRoleF63E8667", "PushNotifierRoleECCC122A");
    }

    @ParameterizedTest
    @ValueSource(strings = {DEVICE_INFO, CALLS})
    void nothingElseEvenNamesIt(String table) {
        assertThat(resourcesThatName(table))
                .containsExactlyInAnyOrder(
                        "AWS::IAM::Role CallApiFunctionRoleF63E8667",
                        "AWS::IAM::Role PushNotifierRoleECCC122A",
                        "AWS::Lambda::Function CallApiFunctionF2534134",
                        "AWS::Lambda::Function PushNotifierFunctionC9FDBCB7");
    }

    @ParameterizedTest
    @ValueSource(strings = {DEVICE_INFO, CALLS})
    void itIsNeverScannedQueriedOrExported(String table) {
        assertThat(statements)
                .filteredOn(statement -> statement.reaches(table))
                .flatExtracting(Statement::actions)
                .allMatch(
                        Set.of("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                                ::contains);
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
