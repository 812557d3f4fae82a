package dev.ringback.local.appsync.execution;

import static dev.ringback.local.appsync.ApiBench.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.ApiBench;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private final ApiBench bench = new ApiBench("""
            type Query { layer: Layer  layers: [Layer] }
            type Layer { next: Layer  value: String }
            """);

    LimitsTest() {
        bench.unit("Query.layer", """
                export function request() { return {payload: {value: 'one', next: {value: 'two'}}}; }
                export function response(ctx) { return ctx.result; }
                """);
    }

    @Test
    void leavesWhatIsDeeperThanTheLimitNull() {
        bench.set(ApiBench.ID, "QueryDepthLimit", "2");

        JsonNode answer = bench.send("{ layer { value next { value } } }");

        assertThat(answer.at("/data")).isEqualTo(json("{'layer': {'value': 'one', 'next': {'value': null}}}"));
        assertThat(answer.at("/errors/0/errorType").asText()).isEqualTo("QueryDepthLimitReached");
    }

    @Test
    void doesNotCountPlacesInListsAsLevels() {
        bench.set(ApiBench.ID, "QueryDepthLimit", "2");
        bench.unit("Query.layers", """
                export function request() { return {payload: [{value: 'one'}]}; }
                export function response(ctx) { return ctx.result; }
                """);

        assertThat(bench.send("{ layers { value } }").has("errors")).isFalse();
    }

    @Test
    void runsNoMoreResolversThanTheLimit() {
        bench.set(ApiBench.ID, "ResolverCountLimit", "2");

        JsonNode answer = bench.send("{ a: layer { value } b: layer { value } c: layer { value } }");

        assertThat(answer.at("/errors")).hasSize(1);
        assertThat(answer.at("/errors/0/errorType").asText()).isEqualTo("ResolverExecutionLimitReached");
    }

    @Test
    void answersIntrospection() {
        assertThat(bench.send("{ __schema { queryType { name } } }"))
                .isEqualTo(json("{'data': {'__schema': {'queryType': {'name': 'Query'}}}}"));
    }

    @Test
    void refusesIntrospectionWhereItIsDisabled() {
        bench.set(ApiBench.ID, "IntrospectionConfig", "DISABLED");

        assertThat(bench.send("{ __schema { types { name } } }")
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("Validation error of type FieldUndefined: "
                        + "Field 'types' in type '__Schema' is undefined @ '__schema/types'");
        assertThat(bench.send("{ layer { __typename } }")
                        .at("/data/layer/__typename")
                        .asText())
                .isEqualTo("Layer");
    }
}
