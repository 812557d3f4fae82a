package dev.ringback.local.appsync.auth;

import static dev.ringback.local.appsync.ApiBench.json;
import static dev.ringback.local.appsync.ApiBench.keyHolder;
import static dev.ringback.local.appsync.ApiBench.signer;
import static dev.ringback.local.appsync.ApiBench.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.ApiBench;
import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.testserver.TestPrincipal;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final String SCHEMA = """
            type Query {
              usual: String
              keyed: String @aws_api_key
              shared: String @aws_cognito_user_pools @aws_api_key
              staff: String @aws_cognito_user_pools(cognito_groups: ["staff", "boss"])
              signed: String @aws_iam
              thing: Thing @aws_cognito_user_pools @aws_api_key
              closed: Closed @aws_cognito_user_pools @aws_api_key
              federated: String @aws_oidc
              old: String @aws_auth(cognito_groups: ["staff"])
            }
            type Thing @aws_api_key { name: String  secret: String @aws_cognito_user_pools }
            type Closed { name: String  must: String! }
            type Mutation { write: String @aws_api_key }
            """;
    private static final String TEXT = """
            export function request() { return {payload: 'open'}; }
            export function response(ctx) { return ctx.result; }
            """;

    private final ApiBench bench = new ApiBench(SCHEMA);

    AccessTest() {
        for (String field : new String[] {"usual", "keyed", "shared", "staff", "signed", "federated", "old"}) {
            bench.unit("Query." + field, TEXT);
        }
        for (String field : new String[] {"thing", "closed"}) {
            bench.unit("Query." + field, TEXT.replace("'open'", "{name: 'lamp', secret: 'x', must: 'y'}"));
        }
        bench.onTable("Mutation.write", TEXT);
    }

    @Test
    void opensWhatHasNoDirectiveToTheMainModeAlone() {
        assertOpen("usual", user());
        assertClosed("usual", keyHolder());
        assertClosed("usual", signer(TestPrincipal.ANYONE));
    }

    @Test
    void opensWhatHasADirectiveToItsModeAlone() {
        assertOpen("keyed", keyHolder());
        assertClosed("keyed", user());
    }

    @Test
    void opensAFieldToEachOfItsDirectives() {
        assertOpen("shared", keyHolder());
        assertOpen("shared", user());
        assertClosed("shared", signer(TestPrincipal.ANYONE));
    }

    @Test
    void opensAFieldToUsersOfItsGroups() {
        assertOpen("staff", user("guests", "boss"));
        assertClosed("staff", user("guests"));
        assertClosed("staff", user());
    }

    @Test
    void saysThatAFieldIsClosedAsAppSyncDoes() {
        assertThat(bench.send("{ it: keyed }")).isEqualTo(json("""
                {'data': {'it': null}, 'errors': [{'path': ['it'], 'data': null, 'errorType': 'Unauthorized',
                  'errorInfo': null, 'locations': [{'line': 1, 'column': 3, 'sourceName': null}],
                  'message': 'Not Authorized to access keyed on type Query'}]}"""));
    }

    @Test
    void doesNotRunTheResolverOfAClosedField() {
        bench.send("mutation { write }", user());

        assertThat(bench.table.requests).isEmpty();
    }

    @Test
    void leavesTheFieldsOfATypeToItsDirectives() {
        JsonNode answer = bench.send("{ thing { name } }", user());

        assertThat(answer.at("/data")).isEqualTo(json("{'thing': {'name': null}}"));
        assertThat(answer.at("/errors/0/message").asText()).isEqualTo("Not Authorized to access name on type Thing");
        assertThat(answer.at("/errors/0/path")).isEqualTo(json("['thing', 'name']"));
    }

    @Test
    void putsAFieldsDirectivesInPlaceOfItsTypes() {
        assertThat(bench.send("{ thing { secret } }", user())
                        .at("/data/thing/secret")
                        .asText())
                .isEqualTo("x");
        assertThat(bench.send("{ thing { secret } }", keyHolder())
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("Not Authorized to access secret on type Thing");
    }

    @Test
    void closesTheFieldsOfATypeWithoutDirectiveToOtherModes() {
        JsonNode answer = bench.send("{ closed { must } }", keyHolder());

        assertThat(answer.at("/data/closed").isNull()).isTrue();
        assertThat(answer.at("/errors")).hasSize(1);
        assertThat(answer.at("/errors/0/message").asText()).isEqualTo("Not Authorized to access must on type Closed");
    }

    @Test
    void closesToAllWhatIsOpenToAModeOfOtherApis() {
        assertClosed("federated", user());
        assertClosed("federated", keyHolder());
    }

    @Test
    void overlooksAwsAuthWhereThereAreOtherModes() {
        assertOpen("old", user());
    }

    @Test
    void goesByAwsAuthWhereUsersAreTheOnlyCallers() {
        bench.set(ApiBench.ID, "AdditionalAuthenticationProviders", "[]");

        assertOpen("old", user("staff"));
        assertClosed("old", user("guests"));
    }

    @Test
    void closesToUsersWhatHasNoDirectiveIfTheyAreDeniedByDefault() {
        bench.set(ApiBench.ID, "UserPoolConfig", """
                {"UserPoolId": "us-east-1_pool", "AwsRegion": "us-east-1", "DefaultAction": "DENY"}""");
        bench.set(ApiBench.ID, "AdditionalAuthenticationProviders", "[]");

        assertClosed("usual", user());
        assertOpen("shared", user());
    }

    @Test
    void asksForASignersPermissionOnTheVeryField() {
        String field = ApiBench.ARN + "/types/Query/fields/signed";

        assertOpen("signed", signer(new TestPrincipal("appsync:GraphQL", field)));
        assertClosed("signed", signer(new TestPrincipal("appsync:GraphQL", field + "2")));
        assertClosed("signed", signer(new TestPrincipal("appsync:GetGraphqlApi", field)));
    }

    @Test
    void opensNoFieldToASignerWithoutItsDirective() {
        assertClosed("keyed", signer(TestPrincipal.ANYONE));
    }

    private void assertOpen(String field, ApiCaller caller) {
        JsonNode answer = bench.send("{ " + field + " }", caller);
        assertThat(answer.at("/data/" + field).asText()).as(answer.toString()).isEqualTo("open");
    }

    private void assertClosed(String field, ApiCaller caller) {
        JsonNode answer = bench.send("{ " + field + " }", caller);
        assertThat(answer.at("/data/" + field).isNull()).as(answer.toString()).isTrue();
        assertThat(answer.at("/errors/0/errorType").asText()).isEqualTo("Unauthorized");
    }
}
