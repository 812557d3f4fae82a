package dev.ringback.local.appsync.resource;

import static dev.ringback.local.appsync.ApiBench.PASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.ApiBench;
import dev.ringback.local.appsync.FakeTable;
import dev.ringback.local.appsync.dynamodb.DeltaSync;
import dev.ringback.local.stack.StackFailure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppSyncProviderTest {
    private final ApiBench bench = new ApiBench("type Query { text(of: String): String }");

    AppSyncProviderTest() {
        bench.function("fold", PASS);
        bench.onTable("Query.text", PASS);
        bench.resource("AWS::AppSync::ApiKey", "key", "{\"ApiId\": \"api\"}");
    }

    @Test
    void givesTheAddressesOfAnApi() {
        var api = bench.provision(ApiBench.ID);

        assertThat(api.ref()).isEqualTo(ApiBench.ARN);
        assertThat(api.attributes())
                .containsAllEntriesOf(Map.of(
                        "ApiId", "api",
                        "Arn", ApiBench.ARN,
                        "GraphQLUrl", "http://127.0.0.1:1/appsync/api/graphql",
                        "RealtimeUrl", "ws://127.0.0.1:1/appsync/api/graphql/realtime",
                        "GraphQLDns", "127.0.0.1:1",
                        "RealtimeDns", "127.0.0.1:1"));
    }

    @Test
    void givesTheNamesOfItsParts() {
        assertThat(bench.provision("Table").attributes())
                .isEqualTo(Map.of("DataSourceArn", ApiBench.ARN + "/datasources/Table", "Name", "Table"));
        assertThat(bench.provision("fold").attributes())
                .containsEntry("FunctionId", "fold")
                .containsEntry("DataSourceName", "Table");
        assertThat(bench.provision("Query.text").attributes())
                .containsEntry("ResolverArn", ApiBench.ARN + "/types/Query/resolvers/text");
        assertThat(bench.provision("key").attributes().get("ApiKey")).startsWith("da2-");
    }

    @ParameterizedTest
    @CsvSource({
        "api, LambdaAuthorizerConfig",
        "Schema, DefinitionS3Location",
        "Table, HttpConfig",
        "fold, RequestMappingTemplate",
        "Query.text, CachingConfig",
        "Query.text, CodeS3Location"
    })
    void stopsAtAPropertyItDoesNotKnow(String resource, String property) {
        bench.set(resource, property, "x");

        assertFails("does not know the property " + property + " of AWS::AppSync::");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Table      | DynamoDBConfig | {'TableName': 't', 'Other': 1}                          | Other",
                "Query.text | SyncConfig     | {'LambdaConflictHandlerConfig': {}}  | LambdaConflictHandlerConfig",
                "Query.text | Runtime        | {'Name': 'APPSYNC_JS', 'Other': 1}                      | Other"
            })
    void stopsAtAnInnerPropertyItDoesNotKnow(String resource, String property, String value, String unknown) {
        bench.set(resource, property, value.replace('\'', '"'));

        assertFails("does not know the property " + unknown + " of " + property);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api        | ApiType            | MERGED          | has ApiType GRAPHQL, not MERGED",
                "api        | Visibility         | PRIVATE         | has Visibility GLOBAL, not PRIVATE",
                "Table      | Type               | AWS_LAMBDA      | data source type AWS_LAMBDA",
                "Table      | ServiceRoleArn     | arn:aws:iam::0:role/no | no role arn:aws:iam::0:role/no",
                "Query.text | DataSourceName     | Nowhere         | no data source Nowhere",
                "Query.text | FieldName          | colour          | no field Query.colour",
                "Query.text | TypeName           | Thing           | no field Thing.text",
                "Query.text | Kind               | PIPE            | the Kind PIPE",
                "Query.text | MaxBatchSize       | 5               | has MaxBatchSize 0, not 5",
                "Query.text | ApiId              | other           | no API other",
                "Schema     | Definition         | type Query {    | The schema is faulty",
                "key        | Expires            | 1000            | Expires is not within 365 days"
            })
    void stopsAtAValueThatWouldNotRunHere(String resource, String property, String value, String message) {
        bench.set(resource, property, value);

        assertFails(message);
    }

    @Test
    void stopsAtAConflictHandlerItDoesNotHave() {
        bench.set("Query.text", "SyncConfig", """
                {"ConflictDetection": "VERSION", "ConflictHandler": "LAMBDA"}""");

        assertFails("the ConflictHandler LAMBDA");
    }

    @Test
    void stopsAtAnotherRuntime() {
        bench.set("Query.text", "Runtime", "{\"Name\": \"APPSYNC_JS\", \"RuntimeVersion\": \"2.0.0\"}");

        assertFails("has RuntimeVersion 1.0.0, not 2.0.0");
    }

    @Test
    void stopsAtCodeWithoutARuntime() {
        ((ObjectNode) bench.resources.get("Query.text").properties()).remove("Runtime");

        assertFails("Query.text names no Runtime");
    }

    @Test
    void namesTheCodeThatIsFaulty() {
        bench.function("fold", "export function request(ctx) { return }}");

        assertFails("stack, fold (AWS::AppSync::FunctionConfiguration): fold");
    }

    @Test
    void stopsAtARoleThatAppSyncMayNotAssume() {
        bench.role("other", "lambda.amazonaws.com");
        bench.set("Table", "ServiceRoleArn", "arn:aws:iam::000000000000:role/other");

        assertFails("The data source's role cannot be assumed by appsync.amazonaws.com.");
    }

    @Test
    void stopsAtAFunctionThatIsNotThere() {
        bench.pipeline("Query.text", PASS, "fold", "unfold");

        assertFails("The API has no function unfold.");
    }

    @Test
    void stopsAtMoreThanTenFunctions() {
        bench.pipeline("Query.text", PASS, "fold,".repeat(11).split(","));

        assertFails("Query.text has 11 functions; AppSync takes 10.");
    }

    @Test
    void stopsAtTwoResolversOfAField() {
        var first = bench.resources.get("Query.text");
        bench.resource("AWS::AppSync::Resolver", "Again", first.properties().toString());

        assertFails("The API has Query.text twice.");
    }

    @Test
    void stopsAtAnApiWithoutASchema() {
        bench.resources.remove("Schema");

        assertFails("The API has 0 schemas.");
    }

    @Test
    void opensATableAsTheDataSourcesRole() {
        bench.set("Table", "DynamoDBConfig", """
                {"TableName": "people", "AwsRegion": "us-east-1", "Versioned": true, "DeltaSyncConfig":
                  {"BaseTableTTL": "43200", "DeltaSyncTableName": "changes", "DeltaSyncTableTTL": "30"}}""");

        bench.start();

        FakeTable.Opened opened = bench.opened.getFirst();
        assertThat(opened.role().name()).isEqualTo("arn:aws:sts::000000000000:assumed-role/table/APPSYNC_ASSUME_ROLE");
        assertThat(opened.table()).isEqualTo("people");
        assertThat(opened.delta()).contains(new DeltaSync("changes", Duration.ofDays(30), Duration.ofMinutes(30)));
    }

    @Test
    void leavesSettingsWithoutLocalEffectAlone() {
        bench.set(ApiBench.ID, "XrayEnabled", "true");
        bench.set(ApiBench.ID, "LogConfig", "{\"FieldLogLevel\": \"ERROR\"}");

        assertThat(bench.start()).isNotNull();
    }

    private void assertFails(String message) {
        assertThatThrownBy(bench::start).isInstanceOf(StackFailure.class).hasMessageContaining(message);
    }
}
