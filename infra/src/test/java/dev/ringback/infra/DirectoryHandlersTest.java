package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Exports;
import dev.ringback.infra.assembly.StackTemplate;
import dev.ringback.infra.assembly.Synthesized;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryHandlersTest {
    private static final Path GRAPHQL = Path.of("../graphql");

    private final Assembly full;
    private final StackTemplate template;
    private final Exports exports;

    DirectoryHandlersTest(@Synthesized("full") Assembly full) {
        this.full = full;
        this.template = full.template("Directory");
        this.exports = Exports.of(full);
    }

    @Test
    void theSchemaIsTheOneInTheRepository() throws IOException {
        assertThat(template.only("AWS::AppSync::GraphQLSchema")
                        .at("/Properties/Definition")
                        .asText())
                .isEqualTo(Files.readString(GRAPHQL.resolve("schema.graphql")));
    }

    @Test
    void peopleAreVersioned() {
        JsonNode config = dataSource("People").path("DynamoDBConfig");
        assertThat(config.path("Versioned").booleanValue()).isTrue();
        assertThat(exports.text(config.path("TableName"))).isEqualTo("${PeopleE38C8D03}");
    }

    @Test
    void theDeletedAreKeptForThirtyDaysAndChangesForHalfAnHour() {
        JsonNode config = dataSource("People").at("/DynamoDBConfig/DeltaSyncConfig");
        assertThat(config.path("BaseTableTTL").textValue()).isEqualTo("43200");
        assertThat(config.path("DeltaSyncTableTTL").textValue()).isEqualTo("30");
        assertThat(exports.text(config.path("DeltaSyncTableName"))).isEqualTo("${PeopleDelta3829737A}");
    }

    @Test
    void onlyThisApiActsInTheRoleForPeople() {
        String role = dataSource("People").at("/ServiceRoleArn/Fn::GetAtt/0").asText();
        JsonNode condition =
                template.resources().get(role).at("/Properties/AssumeRolePolicyDocument/Statement/0/Condition");
        assertThat(condition.at("/StringEquals/aws:SourceAccount").asText()).isEqualTo("111111111111");
        assertThat(exports.text(condition.at("/ArnEquals/aws:SourceArn"))).matches("\\$\\{ApiGraphqlApi\\w+\\.Arn}");
    }

    @Test
    void everyFileOfHandlersIsDeployed() throws IOException {
        assertThat(codeOf("AWS::AppSync::Resolver")).containsExactlyInAnyOrderElementsOf(files("resolvers"));
        assertThat(codeOf("AWS::AppSync::FunctionConfiguration"))
                .containsExactlyInAnyOrderElementsOf(files("functions"));
    }

    @Test
    void everyHandlerRunsOnAppSyncsJavaScript() {
        assertThat(handlers())
                .allSatisfy(handlers -> assertThat(
                                handlers.at("/Properties/Runtime").toString())
                        .isEqualTo("{\"Name\":\"APPSYNC_JS\",\"RuntimeVersion\":\"1.0.0\"}"));
    }

    @Test
    void conflictsAreMergedOnPeopleAndNowhereElse() {
        assertThat(handlers()).allSatisfy(handlers -> {
            boolean people =
                    handlers.at("/Properties/DataSourceName").toString().contains("DataSourcesPeople");
            assertThat(handlers.at("/Properties/SyncConfig").toString())
                    .isEqualTo(people ? "{\"ConflictDetection\":\"VERSION\",\"ConflictHandler\":\"AUTOMERGE\"}" : "");
        });
    }

    @Test
    void handlersComeAfterTheSchema() {
        String schema = template.resources("AWS::AppSync::GraphQLSchema")
                .keySet()
                .iterator()
                .next();
        assertThat(handlers())
                .allSatisfy(handlers ->
                        assertThat(handlers.path("DependsOn").toString()).contains(schema));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Query.searchPeople | fold, searchFirstNames, searchLastNames",
                "Mutation.createPerson | checkPerson, fold, putPerson"
            })
    void aPipelineRunsItsFunctionsInOrder(String field, String functions) {
        JsonNode resolver = resolver(field);
        assertThat(resolver.path("Kind").asText()).isEqualTo("PIPELINE");
        assertThat(resolver.at("/PipelineConfig/Functions").valueStream())
                .extracting(function -> template.resources()
                        .get(function.at("/Fn::GetAtt/0").asText())
                        .at("/Properties/Name")
                        .asText())
                .isEqualTo(List.of(functions.split(", ")));
    }

    @Test
    void aResolverOnADataSourceIsAUnit() {
        assertThat(resolver("Query.getPerson").path("Kind").asText()).isEqualTo("UNIT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mutation.publishCallEvent", "Subscription.onCallEvent"})
    void eventsOfCallsAreStoredNowhere(String field) {
        assertThat(resolver(field).path("Kind").asText()).isEqualTo("UNIT");
        assertThat(resolver(field).at("/DataSourceName/Fn::GetAtt/0").asText()).startsWith("DataSourcesNone");
        assertThat(dataSource("None").path("Type").asText()).isEqualTo("NONE");
    }

    /** CloudFormation takes a megabyte; the handlers are part of the template. */
    @Test
    void theTemplateIsFarFromCloudFormationsLimit() {
        assertThat(full.files().get("ringback-full-Directory.template.json")).hasSizeLessThan(500_000);
    }

    private JsonNode dataSource(String name) {
        return template.resource("AWS::AppSync::DataSource", "DataSources" + name)
                .path("Properties");
    }

    private List<JsonNode> handlers() {
        return Stream.of("AWS::AppSync::Resolver", "AWS::AppSync::FunctionConfiguration")
                .map(template::resources)
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList();
    }

    // GetTemplate shows a question mark for any other letter, so cdk diff would always find a change.
    @Test
    void isWrittenInAsciiAlone() {
        assertThat(Stream.of("AWS::AppSync::Resolver", "AWS::AppSync::FunctionConfiguration")
                        .flatMap(type -> codeOf(type).stream()))
                .allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode);
    }

    private JsonNode resolver(String field) {
        return template.resources("AWS::AppSync::Resolver").values().stream()
                .map(resource -> resource.path("Properties"))
                .filter(resolver -> field.equals(resolver.path("TypeName").asText() + "."
                        + resolver.path("FieldName").asText()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> codeOf(String type) {
        return template.resources(type).values().stream()
                .map(resource -> resource.at("/Properties/Code").asText())
                .toList();
    }

    private static List<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(GRAPHQL.resolve(folder))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }
}
