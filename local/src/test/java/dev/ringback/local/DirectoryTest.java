package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack with a GraphQL API over a table. */
class DirectoryTest {
    private static final String SIGNED =
            "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/appsync/aws4_request, SignedHeaders=host, Signature=0";
    private static final String API = """
            {"Resources": {
              "Table": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "things",
                "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}], "BillingMode": "PAY_PER_REQUEST"}},
              "Role": {"Type": "AWS::IAM::Role", "Properties": {
                "AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                  "Principal": {"Service": "appsync.amazonaws.com"},
                  "Condition": {"StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}}}}]},
                "Policies": [{"PolicyName": "table", "PolicyDocument": {"Statement": [{"Effect": "Allow",
                  "Action": "dynamodb:PutItem", "Resource": {"Fn::GetAtt": ["Table", "Arn"]}}]}}]}},
              "Api": {"Type": "AWS::AppSync::GraphQLApi", "Properties": {
                "Name": "things", "AuthenticationType": "AWS_IAM"}},
              "Schema": {"Type": "AWS::AppSync::GraphQLSchema", "Properties": {
                "ApiId": {"Fn::GetAtt": ["Api", "ApiId"]},
                "Definition": "type Query { get: Thing } type Mutation { put(id: ID!): Thing } type Thing { id: ID }"}},
              "Things": {"Type": "AWS::AppSync::DataSource", "Properties": {
                "ApiId": {"Fn::GetAtt": ["Api", "ApiId"]}, "Name": "Things", "Type": "AMAZON_DYNAMODB",
                "ServiceRoleArn": {"Fn::GetAtt": ["Role", "Arn"]},
                "DynamoDBConfig": {"TableName": {"Ref": "Table"}, "AwsRegion": {"Ref": "AWS::Region"}}}},
              "Put": {"Type": "AWS::AppSync::Resolver", "DependsOn": ["Schema"], "Properties": {
                "ApiId": {"Fn::GetAtt": ["Api", "ApiId"]}, "TypeName": "Mutation", "FieldName": "put",
                "DataSourceName": {"Fn::GetAtt": ["Things", "Name"]}}},
              "Get": {"Type": "AWS::AppSync::Resolver", "DependsOn": ["Schema"], "Properties": {
                "ApiId": {"Fn::GetAtt": ["Api", "ApiId"]}, "TypeName": "Query", "FieldName": "get",
                "DataSourceName": {"Fn::GetAtt": ["Things", "Name"]}}},
              "Wall": {"Type": "AWS::WAFv2::WebACLAssociation", "Properties": {}}},
             "Outputs": {"GraphqlUrl": {"Value": {"Fn::GetAtt": ["Api", "GraphQLUrl"]}},
               "GraphqlRealtimeUrl": {"Value": {"Fn::GetAtt": ["Api", "RealtimeUrl"]}}}}
            """;
    private static final String CODE = """
            import { util } from '@aws-appsync/utils';
            export function request(ctx) {
              return {OPERATION, key: util.dynamodb.toMapValues({id: ctx.args.id ?? 'a'})};
            }
            export function response(ctx) {
              if (ctx.error) { util.error(ctx.error.message, ctx.error.type); }
              return ctx.result;
            }
            """;

    @TempDir
    Path folder;

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> console = new ArrayList<>();

    private LocalRuntime start(String schemaChange) throws Exception {
        Files.writeString(folder.resolve("manifest.json"), """
                {"version": "1", "artifacts": {"Api": {"type": "aws:cloudformation:stack",
                  "environment": "aws://unknown-account/unknown-region",
                  "properties": {"templateFile": "Api.template.json", "stackName": "Api"}}}}
                """);
        JsonNode template = json.readTree(API.replace("type Thing { id: ID }", schemaChange));
        setCode(template, "Put", "operation: 'PutItem', attributeValues: {}");
        setCode(template, "Get", "operation: 'GetItem'");
        Files.writeString(folder.resolve("Api.template.json"), template.toString());
        return LocalRuntime.start(LocalOptions.of(folder, folder.resolve("endpoints.json"), console::add));
    }

    private static void setCode(JsonNode template, String resolver, String operation) {
        ObjectNode properties =
                (ObjectNode) template.path("Resources").path(resolver).path("Properties");
        properties.put("Code", CODE.replace("OPERATION", operation));
        properties.putObject("Runtime").put("Name", "APPSYNC_JS").put("RuntimeVersion", "1.0.0");
    }

    @Test
    void runsASignedRequestThroughResolverAndTable() throws Exception {
        try (LocalRuntime runtime = start("type Thing { id: ID }")) {
            HttpResponse<String> answer = post(runtime, "mutation { put(id: 7) { id } }");

            assertThat(answer.body()).isEqualTo("{\"data\":{\"put\":{\"id\":\"7\"}}}");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(runtime.journal().entries()).anySatisfy(entry -> {
                assertThat(entry.target()).startsWith("POST appsync/appsync/");
                assertThat(entry.principal()).isEqualTo("arn:aws:iam::000000000000:user/local");
            });
        }
    }

    @Test
    void refusesADataSourceWhatItsRoleDoesNotAllow() throws Exception {
        try (LocalRuntime runtime = start("type Thing { id: ID }")) {
            assertThat(post(runtime, "{ get { id } }").body())
                    .contains("/APPSYNC_ASSUME_ROLE is not authorized to perform: dynamodb:GetItem");
        }
    }

    @Test
    void tellsWhereTheApiIs() throws Exception {
        try (LocalRuntime runtime = start("type Thing { id: ID }")) {
            String url = runtime.endpoints().graphqlUrl();

            assertThat(url)
                    .startsWith(runtime.endpoints().awsEndpoint() + "/appsync/")
                    .endsWith("/graphql");
            assertThat(runtime.endpoints().graphqlRealtimeUrl())
                    .isEqualTo(url.replaceFirst("^http", "ws") + "/realtime");
        }
    }

    @Test
    void stopsTheStartAtAFaultySchema() {
        assertThatThrownBy(() -> start("").close())
                .hasMessageContaining("Api, Schema (AWS::AppSync::GraphQLSchema): The schema is faulty")
                .hasMessageContaining("Thing");
    }

    private static HttpResponse<String> post(LocalRuntime runtime, String query) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(runtime.endpoints().graphqlUrl()))
                            .header("authorization", SIGNED)
                            .POST(HttpRequest.BodyPublishers.ofString("{\"query\": \"" + query + "\"}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
