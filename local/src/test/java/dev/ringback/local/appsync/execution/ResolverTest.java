package dev.ringback.local.appsync.execution;

import static dev.ringback.local.appsync.ApiBench.PASS;
import static dev.ringback.local.appsync.ApiBench.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.ApiBench;
import dev.ringback.local.appsync.DataSourceAnswer;
import dev.ringback.local.appsync.SyncConfig;
import org.junit.jupiter.api.Test;

class ResolverTest {
    private static final String SCHEMA = """
            type Query { thing(id: ID): Thing  text(of: String): String  things: [Thing] }
            type Thing { id: ID  name: String  owner: Owner  size: Int }
            type Owner { name: String }
            """;

    private final ApiBench bench = new ApiBench(SCHEMA);

    @Test
    void handsAUnitResolversRequestToItsDataSourceAndTheResultToTheClient() {
        bench.onTable("Query.thing", """
                export function request(ctx) { return {operation: 'GetItem', key: ctx.args.id}; }
                export function response(ctx) { return ctx.result; }
                """);
        bench.table.answer(request -> new DataSourceAnswer.Result(json("{'id': 't1', 'name': 'lamp'}")));

        JsonNode answer = bench.send("{ thing(id: \"t1\") { id name } }");

        assertThat(bench.table.requests).containsExactly(json("{'operation': 'GetItem', 'key': 't1'}"));
        assertThat(answer).isEqualTo(json("{'data': {'thing': {'id': 't1', 'name': 'lamp'}}}"));
    }

    @Test
    void passesThePayloadThroughNoDataSource() {
        bench.unit("Query.thing", PASS);

        assertThat(bench.send("{ thing(id: 7) { id } }")).isEqualTo(json("{'data': {'thing': {'id': '7'}}}"));
    }

    @Test
    void readsNestedFieldsByName() {
        bench.unit("Query.thing", """
                export function request() { return {payload: {owner: {name: 'Ann'}}}; }
                export function response(ctx) { return ctx.result; }
                """);

        assertThat(bench.send("{ it: thing { owner { who: name } size } }"))
                .isEqualTo(json("{'data': {'it': {'owner': {'who': 'Ann'}, 'size': null}}}"));
    }

    @Test
    void givesANestedResolverItsParent() {
        bench.unit("Query.thing", PASS);
        bench.unit("Thing.owner", """
                export function request(ctx) { return {payload: {name: `owner of ${ctx.source.id}`}}; }
                export function response(ctx) { return ctx.result; }
                """);

        assertThat(bench.send("{ thing(id: 1) { owner { name } } }"))
                .isEqualTo(json("{'data': {'thing': {'owner': {'name': 'owner of 1'}}}}"));
    }

    @Test
    void leavesAFieldWithoutResolverAndParentNull() {
        assertThat(bench.send("{ thing { id } }")).isEqualTo(json("{'data': {'thing': null}}"));
    }

    @Test
    void endsAUnitResolverAtAnEarlyReturn() {
        bench.onTable("Query.text", """
                import { runtime } from '@aws-appsync/utils';
                export function request() { runtime.earlyReturn('early'); }
                export function response() { return 'late'; }
                """);

        assertThat(bench.send("{ text }")).isEqualTo(json("{'data': {'text': 'early'}}"));
        assertThat(bench.table.requests).isEmpty();
    }

    @Test
    void givesTheResponseHandlerTheDataSourcesErrorAndItsData() {
        bench.onTable("Query.text", """
                export function request() { return {}; }
                export function response(ctx) { return `${ctx.error.type}: ${ctx.error.message}: ${ctx.result.id}`; }
                """);
        bench.table.answer(request -> new DataSourceAnswer.Failure("ConflictUnhandled", "no", json("{'id': 'x'}")));

        assertThat(bench.send("{ text }")).isEqualTo(json("{'data': {'text': 'ConflictUnhandled: no: x'}}"));
    }

    @Test
    void tellsTheDataSourceHowConflictsAreResolved() {
        bench.onTable("Query.text", PASS);
        bench.set(
                "Query.text", "SyncConfig", "{\"ConflictDetection\": \"VERSION\", \"ConflictHandler\": \"AUTOMERGE\"}");

        bench.send("{ text }");

        assertThat(bench.table.syncs).containsExactly(SyncConfig.AUTOMERGE);
    }

    @Test
    void showsOnTheConsoleWhatResolversLog() {
        bench.unit("Query.text", """
                export function request() { console.log('hello'); return {}; }
                export function response() { return null; }
                """);

        bench.send("{ text }");

        assertThat(bench.console).anySatisfy(line -> assertThat(line).contains("hello"));
    }

    @Test
    void answersAFaultOfADataSourceAsAnInternalFailureAndShowsIt() {
        bench.onTable("Query.text", PASS);
        bench.table.answer(request -> {
            throw new IllegalStateException("broken disk");
        });

        JsonNode answer = bench.send("{ text }");

        assertThat(answer.at("/errors/0/errorType").asText()).isEqualTo("InternalFailure");
        assertThat(answer.toString()).doesNotContain("broken disk");
        assertThat(bench.console).anySatisfy(line -> assertThat(line).contains("broken disk"));
    }
}
