package dev.ringback.local.appsync.execution;

import static dev.ringback.local.appsync.ApiBench.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.ApiBench;
import org.junit.jupiter.api.Test;

class ErrorShapeTest {
    private static final String SCHEMA = """
            type Query { thing(id: ID!, at: AWSDateTime, input: ThingInput): Thing  things: [Thing!] }
            type Thing { id: ID!  name: String!  at: AWSDateTime  version: Int }
            input ThingInput { phone: AWSPhone  id: ID! }
            """;

    private final ApiBench bench = new ApiBench(SCHEMA);

    private void answering(String value) {
        bench.unit("Query.thing", """
                export function request() { return {payload: VALUE}; }
                export function response(ctx) { return ctx.result; }
                """.replace("VALUE", value));
    }

    @Test
    void givesAResolversErrorWithTypeDataInfoPathAndPlace() {
        bench.unit("Query.thing", """
                import { util } from '@aws-appsync/utils';
                export function request() {
                  util.error('taken', 'ConflictUnhandled', {id: 'x', version: 7, secret: 1}, {hint: 'later'});
                }
                export function response() { return null; }
                """);

        assertThat(bench.send("{ it: thing(id: 1) { id version } }")).isEqualTo(json("""
                {'data': {'it': null},
                 'errors': [{'path': ['it'], 'data': {'id': 'x', 'version': 7}, 'errorType': 'ConflictUnhandled',
                   'errorInfo': {'hint': 'later'}, 'locations': [{'line': 1, 'column': 3, 'sourceName': null}],
                   'message': 'taken'}]}"""));
    }

    @Test
    void givesAppendedErrorsBesideTheValue() {
        bench.unit("Query.thing", """
                import { util } from '@aws-appsync/utils';
                export function request() { return {payload: {id: 1, name: 'lamp'}}; }
                export function response(ctx) { util.appendError('odd', 'Warning'); return ctx.result; }
                """);

        JsonNode answer = bench.send("{ thing(id: 1) { name } }");

        assertThat(answer.at("/data/thing/name").asText()).isEqualTo("lamp");
        assertThat(answer.at("/errors/0/errorType").asText()).isEqualTo("Warning");
        assertThat(answer.at("/errors")).hasSize(1);
    }

    @Test
    void refusesAFieldThatTheSchemaDoesNotHave() {
        JsonNode answer = bench.send("{ badfield }");

        assertThat(answer.at("/data").isNull()).isTrue();
        assertThat(answer.at("/errors/0/path").isNull()).isTrue();
        assertThat(answer.at("/errors/0/locations")).isEqualTo(json("[{'line': 1, 'column': 3, 'sourceName': null}]"));
        assertThat(answer.at("/errors/0/message").asText())
                .isEqualTo("Validation error of type FieldUndefined: "
                        + "Field 'badfield' in type 'Query' is undefined @ 'badfield'");
    }

    @Test
    void saysWhereANullIsThatMustNotBe() {
        answering("{id: '1'}");

        JsonNode answer = bench.send("{ thing(id: 1) { id name } }");

        assertThat(answer.at("/data/thing").isNull()).isTrue();
        assertThat(answer.at("/errors")).hasSize(1);
        assertThat(answer.at("/errors/0/message").asText())
                .isEqualTo("Cannot return null for non-nullable type: 'String' within parent 'Thing' (/thing/name)");
        assertThat(answer.at("/errors/0/path")).isEqualTo(json("['thing', 'name']"));
        assertThat(answer.at("/errors/0/locations").isNull()).isTrue();
    }

    @Test
    void saysWhichPlaceOfAListIsNull() {
        bench.unit("Query.things", """
                export function request() { return {payload: [{id: 1, name: 'a'}, {id: 2}]}; }
                export function response(ctx) { return ctx.result; }
                """);

        assertThat(bench.send("{ things { name } }").at("/errors/0/message").asText())
                .endsWith("within parent 'Thing' (/things[1]/name)");
    }

    @Test
    void refusesAValueThatItsScalarDoesNotTake() {
        answering("{id: 1, name: 'lamp', at: 'yesterday'}");

        JsonNode answer = bench.send("{ thing(id: 1) { at } }");

        assertThat(answer.at("/data/thing/at").isNull()).isTrue();
        assertThat(answer.at("/errors/0/message").asText())
                .isEqualTo("Can't serialize value (/thing/at) : "
                        + "Unable to serialize `yesterday` as a valid DateTime Object.");
    }

    @Test
    void refusesAListWhereTheSchemaHasNone() {
        bench.unit("Query.things", """
                export function request() { return {payload: {id: 1}}; }
                export function response(ctx) { return ctx.result; }
                """);

        assertThat(bench.send("{ things { id } }").at("/errors/0/message").asText())
                .isEqualTo("Can't resolve value (/things) : type mismatch error, expected type LIST");
    }

    @Test
    void refusesAVariableThatIsMissing() {
        JsonNode answer =
                bench.start().execute(ApiBench.request("query Q($id: ID!) { thing(id: $id) { id } }"), ApiBench.user());

        assertThat(answer.at("/data").isNull()).isTrue();
        assertThat(answer.at("/errors/0/path").isNull()).isTrue();
        assertThat(answer.at("/errors/0/message").asText())
                .isEqualTo("Variable 'id' has coerced Null value for NonNull type 'ID!'");
    }

    @Test
    void refusesAVariableThatItsScalarDoesNotTake() {
        JsonNode answer = bench.start()
                .execute(
                        ApiBench.request(
                                "query Q($at: AWSDateTime) { thing(id: 1, at: $at) { id } }", "{\"at\": \"now\"}"),
                        ApiBench.user());

        assertThat(answer.at("/errors/0/message").asText())
                .isEqualTo("Variable 'at' has an invalid value. Unable to parse `now` as a valid DateTime Object.");
    }

    @Test
    void refusesAnInputFieldThatTheSchemaDoesNotHave() {
        JsonNode answer = bench.start()
                .execute(
                        ApiBench.request(
                                "query Q($in: ThingInput) { thing(id: 1, input: $in) { id } }",
                                "{\"in\": {\"id\": 1, \"colour\": \"red\"}}"),
                        ApiBench.user());

        assertThat(answer.at("/errors/0/message").asText()).contains("colour", "ThingInput");
    }

    @Test
    void saysWhatIsNoGraphQl() {
        assertThat(bench.send("{ thing(")).isEqualTo(json("""
                {'errors': [{'errorType': 'MalformedHttpRequestException', 'message': 'Unable to parse GraphQL query.'}]}"""));
    }

    @Test
    void asksForTheNameOfOneOfSeveralOperations() {
        JsonNode answer = bench.send("query A { things { id } } query B { things { id } }");

        assertThat(answer.at("/data").isNull()).isTrue();
        assertThat(answer.at("/errors/0/message").asText()).contains("operation name");
    }
}
