package dev.ringback.local.appsync.execution;

import static dev.ringback.local.appsync.ApiBench.json;
import static dev.ringback.local.appsync.ApiBench.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ringback.local.appsync.ApiBench;
import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.GraphQlRequest;
import dev.ringback.local.appsync.SubscriptionStart;
import dev.ringback.local.appsync.SubscriptionStart.Refused;
import dev.ringback.local.appsync.SubscriptionStart.Started;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final String SCHEMA = """
            type Query { thing: Thing }
            type Mutation { put: Thing  drop: Thing }
            type Subscription @aws_cognito_user_pools @aws_api_key {
              changed(id: ID, name: String): Thing @aws_subscribe(mutations: ["put", "drop"])
              secret: Thing @aws_subscribe(mutations: ["put"]) @aws_api_key
            }
            type Thing @aws_cognito_user_pools { id: ID  name: String!  owner: Owner  resolved: String }
            type Owner @aws_cognito_user_pools { name: String }
            """;

    private final ApiBench bench = new ApiBench(SCHEMA);

    private SubscriptionStart subscribe(String query, String variables, ApiCaller caller) {
        return bench.start().subscribe(ApiBench.request(query, variables), caller);
    }

    private Started started(String query) {
        return (Started) subscribe(query, "{}", user());
    }

    @Test
    void startsWithTheMutationsItFollows() {
        assertThat(started("subscription { changed { id } }").mutations()).containsExactly("put", "drop");
    }

    @Test
    void tellsArgumentsThatAreNullFromThoseLeftOut() {
        String query = "subscription S($name: String, $id: ID) { changed(id: $id, name: $name) { id } }";

        Started started = (Started) subscribe(query, "{\"name\": null}", user());

        assertThat(started.arguments()).isEqualTo(json("{'name': null}"));
    }

    @Test
    void startsWithoutAResolver() {
        assertThat(started("subscription { changed { id } }").filter()).isEmpty();
    }

    @Test
    void refusesAMutationWhateverItsOperationIsCalled() {
        for (Optional<String> name : List.of(Optional.<String>empty(), Optional.of(""), Optional.of("Put"))) {
            GraphQlRequest mutation =
                    new GraphQlRequest("mutation Put { put { id } }", JsonNodeFactory.instance.objectNode(), name);

            assertThat(((Refused) bench.start().subscribe(mutation, user())).errors())
                    .isEqualTo(json("[{'errorType': 'UnsupportedOperation',"
                            + " 'message': 'mutation not supported through the realtime channel'}]"));
        }
    }

    @Test
    void takesTheFilterOfItsResolver() {
        bench.unit("Subscription.changed", """
                import { extensions } from '@aws-appsync/utils';
                export function request() { return {payload: null}; }
                export function response(ctx) {
                  extensions.setSubscriptionFilter(
                    {filterGroup: [{filters: [{fieldName: 'id', operator: 'eq', value: ctx.args.id}]}]});
                  return null;
                }
                """);

        assertThat(started("subscription { changed(id: 5) { id } }").filter().orElseThrow())
                .isEqualTo(json("""
                        {'filterGroup': [{'filters': [{'fieldName': 'id', 'operator': 'eq', 'value': '5'}]}]}"""));
    }

    @Test
    void isRefusedByItsResolver() {
        bench.unit("Subscription.changed", """
                import { util } from '@aws-appsync/utils';
                export function request() { util.unauthorized(); }
                export function response() { return null; }
                """);

        Refused refused = (Refused) subscribe("subscription { changed { id } }", "{}", user());

        assertThat(refused.errors().at("/0/errorType").asText()).isEqualTo("Unauthorized");
    }

    @Test
    void isRefusedWhereItIsNotOpen() {
        Refused refused = (Refused) subscribe("subscription { secret { id } }", "{}", user());

        assertThat(refused.errors().at("/0/message").asText())
                .isEqualTo("Not Authorized to access secret on type Subscription");
    }

    @Test
    void isRefusedWhenItIsNotValid() {
        Refused refused = (Refused) subscribe("subscription { changed { colour } }", "{}", user());

        assertThat(refused.errors().at("/0/message").asText())
                .startsWith("Validation error of type FieldUndefined: Field 'colour' in type 'Thing'");
    }

    @Test
    void isRefusedWithSeveralFields() {
        Refused refused = (Refused) subscribe("subscription { a: changed { id } b: changed { id } }", "{}", user());

        assertThat(refused.errors().at("/0/message").asText()).contains("must have exactly one root field");
    }

    @Test
    void takesNoQuery() {
        Refused refused = (Refused) subscribe("{ thing { id } }", "{}", user());

        assertThat(refused.errors().at("/0/errorType").asText()).isEqualTo("UnsupportedOperation");
    }

    @Test
    void isNotRunOverHttp() {
        assertThat(bench.send("subscription { changed { id } }")
                        .at("/errors/0/errorType")
                        .asText())
                .isEqualTo("UnsupportedOperation");
    }

    @Test
    void projectsWhatTheSubscriberSelects() {
        Started started = started("""
                subscription { it: changed { key: id ...Owner } } fragment Owner on Thing { owner { who: name } }""");

        assertThat(started.projection().project(json("{'id': 1, 'name': 'lamp', 'owner': {'name': 'Ann'}}")))
                .isEqualTo(json("{'data': {'it': {'key': '1', 'owner': {'who': 'Ann'}}}}"));
    }

    @Test
    void givesWhatTheMutationDidNotSelectAsNull() {
        assertThat(started("subscription { changed { id owner { name } } }")
                        .projection()
                        .project(json("{'id': 1}")))
                .isEqualTo(json("{'data': {'changed': {'id': '1', 'owner': null}}}"));
    }

    @Test
    void failsAtAFieldThatMustNotBeNullAndWasNotSelected() {
        var payload =
                started("subscription { changed { id name } }").projection().project(json("{'id': 1}"));

        assertThat(payload.at("/data/changed").isNull()).isTrue();
        assertThat(payload.at("/errors/0/message").asText())
                .isEqualTo("Cannot return null for non-nullable type: 'String' within parent 'Thing' (/changed/name)");
    }

    @Test
    void doesNotRunResolversForThePayload() {
        bench.onTable("Thing.resolved", ApiBench.PASS);

        started("subscription { changed { resolved } }").projection().project(json("{'resolved': 'there'}"));

        assertThat(bench.table.requests).isEmpty();
    }

    @Test
    void hidesFieldsThatAreNotOpenToTheSubscriber() {
        Started started = (Started) subscribe("subscription { changed { id } }", "{}", ApiBench.keyHolder());

        var payload = started.projection().project(json("{'id': 1}"));

        assertThat(payload.at("/data")).isEqualTo(json("{'changed': {'id': null}}"));
        assertThat(payload.at("/errors/0/errorType").asText()).isEqualTo("Unauthorized");
    }
}
