package dev.ringback.local.appsync.execution;

import static dev.ringback.local.appsync.ApiBench.json;
import static dev.ringback.local.appsync.ApiBench.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.local.appsync.ApiBench;
import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.GraphQlRequest;
import dev.ringback.local.testserver.TestPrincipal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What resolvers see of a request. */
class ContextTest {
    private static final String SCHEMA = """
            type Query @aws_cognito_user_pools @aws_iam @aws_api_key {
              show(of: String!, input: Filter, kind: Kind, when: AWSTimestamp, rules: AWSJSON): AWSJSON
              thing(of: String): Thing
            }
            type Thing @aws_cognito_user_pools { id: ID  shown: AWSJSON  owner: Owner }
            type Owner @aws_cognito_user_pools { name: String  age: Int }
            input Filter { name: String  size: Int }
            enum Kind { BIG SMALL }
            """;

    private final ApiBench bench = new ApiBench(SCHEMA);

    ContextTest() {
        bench.unit("Query.show", """
                export function request(ctx) {
                  return {payload: ctx.args.of.split('.').reduce((value, name) => value[name], ctx)};
                }
                export function response(ctx) { return ctx.result; }
                """);
    }

    @Test
    void givesArgumentsAsTheyWereGiven() {
        String arguments =
                "of: \"args\", input: {name: null}, kind: BIG, when: 1700000000000, rules: \"{\\\"a\\\":1}\"";

        assertThat(shown("{ show(" + arguments + ") }", user())).isEqualTo(json("""
                {'of': 'args', 'input': {'name': null}, 'kind': 'BIG', 'when': 1700000000000, 'rules': {'a': 1}}"""));
    }

    @Test
    void givesTheIdentityOfAUser() {
        assertThat(shown("{ show(of: \"identity\") }", user("staff")))
                .isEqualTo(json("{'sub': 'someone', 'username': 'alice', 'groups': ['staff']}"));
    }

    @Test
    void givesTheIdentityOfASigner() {
        assertThat(shown("{ show(of: \"identity.userArn\") }", ApiBench.signer(TestPrincipal.ANYONE))
                        .asText())
                .isEqualTo(TestPrincipal.ANYONE.name());
    }

    @Test
    void givesNoIdentityOfAKeyHolder() {
        assertThat(bench.send("{ show(of: \"identity\") }", ApiBench.keyHolder())
                        .at("/data/show")
                        .asText())
                .isIn("null", "");
    }

    @Test
    void tellsHowTheCallerIsKnown() {
        bench.unit("Query.show", """
                import { util } from '@aws-appsync/utils';
                export function request() { return {payload: util.authType()}; }
                export function response(ctx) { return ctx.result; }
                """);

        assertThat(bench.send("{ show(of: \"\") }", user()).at("/data/show").asText())
                .contains("User Pool Authorization");
        assertThat(bench.send("{ show(of: \"\") }", ApiBench.signer(TestPrincipal.ANYONE))
                        .at("/data/show")
                        .asText())
                .contains("IAM Authorization");
        assertThat(bench.send("{ show(of: \"\") }", ApiBench.keyHolder())
                        .at("/data/show")
                        .asText())
                .contains("API Key Authorization");
    }

    @Test
    void givesTheHeadersOfTheRequest() {
        GraphQlRequest request = new GraphQlRequest(
                "{ show(of: \"request\") }",
                (ObjectNode) json("{}"),
                Optional.empty(),
                Map.of("x-forwarded-for", "10.0.0.1"));

        assertThat(read(bench.start().execute(request, user())))
                .isEqualTo(json("{'headers': {'x-forwarded-for': '10.0.0.1'}, 'domainName': null}"));
    }

    @Test
    void givesTheVariablesOfTheApi() {
        bench.set(ApiBench.ID, "EnvironmentVariables", "{\"STAGE\": \"local\"}");

        assertThat(shown("{ show(of: \"env\") }", user())).isEqualTo(json("{'STAGE': 'local'}"));
    }

    @Test
    void tellsWhichFieldIsResolvedWithWhichVariables() {
        GraphQlRequest request = ApiBench.request("query Q($of: String!) { show(of: $of) }", "{\"of\": \"info\"}");

        JsonNode info = read(bench.start().execute(request, user()));

        assertThat(info.path("fieldName").asText()).isEqualTo("show");
        assertThat(info.path("parentTypeName").asText()).isEqualTo("Query");
        assertThat(info.path("variables")).isEqualTo(json("{'of': 'info'}"));
        assertThat(info.path("selectionSetList")).isEqualTo(json("[]"));
        assertThat(info.path("selectionSetGraphQL").asText()).isEmpty();
    }

    @Test
    void tellsWhichFieldsAreSelectedByTheirAliases() {
        bench.onTable("Query.thing", """
                export function request(ctx) { return {list: ctx.info.selectionSetList, text: ctx.info.selectionSetGraphQL}; }
                export function response() { return null; }
                """);

        bench.send("""
                { thing { key: id owner { ...Names age } } }
                fragment Names on Owner { called: name }""");

        JsonNode seen = bench.table.requests.getFirst();
        assertThat(seen.path("list")).isEqualTo(json("['key', 'owner', 'owner/called', 'owner/age']"));
        assertThat(seen.path("text").asText()).isEqualTo("{\n  key: id\n  owner {\n    ...Names\n    age\n  }\n}");
    }

    @Test
    void givesNoSourceAtTheTop() {
        assertThat(bench.send("{ show(of: \"source\") }").at("/data/show").asText())
                .isIn("null", "{}", "");
    }

    private JsonNode shown(String query, ApiCaller caller) {
        return read(bench.send(query, caller));
    }

    private static JsonNode read(JsonNode answer) {
        try {
            assertThat(answer.path("errors")).as(answer.toString()).isEmpty();
            return new ObjectMapper().readTree(answer.at("/data/show").asText());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.toString(), e);
        }
    }
}
