package dev.ringback.local.appsync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.appsyncjs.AppSyncJs;
import dev.ringback.local.appsync.api.AppSyncApis;
import dev.ringback.local.appsync.resource.AppSyncProvider;
import dev.ringback.local.appsync.resource.Surroundings;
import dev.ringback.local.aws.Account;
import dev.ringback.local.iam.AccessKeys;
import dev.ringback.local.iam.IamProvider;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.iam.Roles;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.testserver.AdjustableClock;
import dev.ringback.local.testserver.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An API made of small resources; {@code start} puts them together, again and again if need be. */
public final class ApiBench {
    public static final String ID = "api";
    public static final String ARN = "arn:aws:appsync:us-east-1:000000000000:apis/" + ID;
    /** Hands its arguments on to the data source, and what comes from there to the client. */
    public static final String PASS = """
            export function request(ctx) { return {payload: ctx.args}; }
            export function response(ctx) { return ctx.result; }
            """;

    public static final Tokens TOKENS = new Tokens();
    private static final AppSyncJs JAVA_SCRIPT = AppSyncJs.start();
    private static final ObjectMapper JSON = new ObjectMapper();

    public final FakeTable table = new FakeTable();
    public final List<FakeTable.Opened> opened = new ArrayList<>();
    public final List<String> console = new CopyOnWriteArrayList<>();
    public final AdjustableClock clock = new AdjustableClock();
    public final AccessKeys accessKeys = new AccessKeys(Account.DEFAULT);
    public final AppSyncApis apis = new AppSyncApis(console::add);
    public final Map<String, ResourceDeclaration> resources = new LinkedHashMap<>();
    private final Roles roles = new Roles();

    public ApiBench(String schema) {
        role("table", "appsync.amazonaws.com");
        resource("AWS::AppSync::GraphQLApi", ID, """
                {"Name": "bench", "AuthenticationType": "AMAZON_COGNITO_USER_POOLS",
                 "UserPoolConfig": {"UserPoolId": "us-east-1_pool", "AwsRegion": "us-east-1", "DefaultAction": "ALLOW"},
                 "AdditionalAuthenticationProviders": [
                   {"AuthenticationType": "AWS_IAM"}, {"AuthenticationType": "API_KEY"}]}""");
        resource("AWS::AppSync::GraphQLSchema", "Schema", "{\"ApiId\": \"api\"}");
        schema(schema);
        resource("AWS::AppSync::DataSource", "None", "{\"ApiId\": \"api\", \"Name\": \"None\", \"Type\": \"NONE\"}");
        resource("AWS::AppSync::DataSource", "Table", """
                {"ApiId": "api", "Name": "Table", "Type": "AMAZON_DYNAMODB",
                 "ServiceRoleArn": "arn:aws:iam::000000000000:role/table",
                 "DynamoDBConfig": {"TableName": "things", "AwsRegion": "us-east-1"}}""");
    }

    public void role(String name, String service) {
        new IamProvider(Account.DEFAULT, roles).create(declaration("AWS::IAM::Role", name, """
                {"RoleName": "NAME", "AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow",
                  "Action": "sts:AssumeRole", "Principal": {"Service": "SERVICE"}}]}}""".replace("NAME", name)
                .replace("SERVICE", service)));
    }

    public ApiBench schema(String schema) {
        set("Schema", "Definition", schema);
        return this;
    }

    /** A unit resolver on no data source, {@code Query.thing}. */
    public ApiBench unit(String field, String code) {
        return resolver(field, code, "None");
    }

    /** A unit resolver on the fake table. */
    public ApiBench onTable(String field, String code) {
        return resolver(field, code, "Table");
    }

    private ApiBench resolver(String field, String code, String dataSource) {
        resource("AWS::AppSync::Resolver", field, code(field, code).put("DataSourceName", dataSource));
        return this;
    }

    public ApiBench pipeline(String field, String code, String... functions) {
        ObjectNode properties = code(field, code).put("Kind", "PIPELINE");
        var list = properties.putObject("PipelineConfig").putArray("Functions");
        for (String function : functions) {
            list.add(function);
        }
        resource("AWS::AppSync::Resolver", field, properties);
        return this;
    }

    /** A function on the fake table. */
    public ApiBench function(String name, String code) {
        ObjectNode properties = JSON.createObjectNode()
                .put("ApiId", ID)
                .put("Name", name)
                .put("DataSourceName", "Table")
                .put("Code", code);
        runtime(properties);
        resource("AWS::AppSync::FunctionConfiguration", name, properties);
        return this;
    }

    private static ObjectNode code(String field, String code) {
        String[] parts = field.split("\\.");
        ObjectNode properties = JSON.createObjectNode()
                .put("ApiId", ID)
                .put("TypeName", parts[0])
                .put("FieldName", parts[1])
                .put("Code", code);
        return runtime(properties);
    }

    private static ObjectNode runtime(ObjectNode properties) {
        properties.putObject("Runtime").put("Name", "APPSYNC_JS").put("RuntimeVersion", "1.0.0");
        return properties;
    }

    public void resource(String type, String name, String properties) {
        resources.put(name, declaration(type, name, properties));
    }

    private void resource(String type, String name, ObjectNode properties) {
        resources.put(name, new ResourceDeclaration("stack", name, type, properties, name));
    }

    private static ResourceDeclaration declaration(String type, String name, String properties) {
        return new ResourceDeclaration("stack", name, type, read(properties), name);
    }

    /** Sets a property of a resource; a value that is JSON is taken as that. */
    public ApiBench set(String resource, String property, String value) {
        boolean json = value.startsWith("{") || value.startsWith("[");
        ((ObjectNode) resources.get(resource).properties())
                .set(property, json ? read(value) : JSON.getNodeFactory().textNode(value));
        return this;
    }

    public AppSyncProvider provider() {
        Surroundings.Tables tables = (role, name, delta) -> {
            opened.add(new FakeTable.Opened(role, name, delta));
            return table;
        };
        return new AppSyncProvider(
                apis,
                Account.DEFAULT,
                "http://127.0.0.1:1",
                new Surroundings(JAVA_SCRIPT::compile, tables, roles, TOKENS, accessKeys, clock));
    }

    public GraphQlApi start() {
        AppSyncProvider provider = provider();
        resources.values().forEach(provider::create);
        provider.commit();
        return apis.find(ID).orElseThrow();
    }

    public Provisioned provision(String resource) {
        return provider().create(resources.get(resource));
    }

    public static ApiCaller user(String... groups) {
        ObjectNode identity = JSON.createObjectNode().put("sub", "someone").put("username", "alice");
        identity.set("groups", groups.length == 0 ? null : JSON.valueToTree(groups));
        return new ApiCaller.User(identity);
    }

    public static ApiCaller signer(Principal principal) {
        return new ApiCaller.Signer(principal, JSON.createObjectNode().put("userArn", principal.name()));
    }

    public static ApiCaller keyHolder() {
        return new ApiCaller.KeyHolder(JSON.nullNode());
    }

    public static GraphQlRequest request(String query, String variables) {
        return new GraphQlRequest(query, (ObjectNode) read(variables), Optional.empty());
    }

    public static GraphQlRequest request(String query) {
        return request(query, "{}");
    }

    public JsonNode send(String query) {
        return send(query, user());
    }

    public JsonNode send(String query, ApiCaller caller) {
        return apis.find(ID).orElseGet(this::start).execute(request(query), caller);
    }

    /** With apostrophes for quotation marks. */
    public static JsonNode json(String text) {
        return read(text.replace('\'', '"'));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
