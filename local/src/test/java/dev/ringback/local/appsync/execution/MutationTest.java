package dev.ringback.local.appsync.execution;

import static dev.ringback.local.appsync.ApiBench.json;
import static dev.ringback.local.appsync.ApiBench.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.appsync.ApiBench;
import dev.ringback.local.appsync.DataSourceAnswer;
import dev.ringback.local.appsync.GraphQlApi;
import dev.ringback.local.appsync.MutationEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class MutationTest {
    private static final String SCHEMA = """
            type Query { thing: Thing }
            type Mutation { put(name: String): Thing  drop(name: String): Thing }
            type Thing { id: ID  name: String  must: String!  owner: Owner  parts: [Owner] }
            type Owner { name: String  age: Int }
            """;

    private final ApiBench bench = new ApiBench(SCHEMA);
    private final List<MutationEvent> events = new CopyOnWriteArrayList<>();

    MutationTest() {
        bench.onTable("Mutation.put", ApiBench.PASS);
        bench.onTable("Mutation.drop", ApiBench.PASS);
        bench.onTable("Query.thing", ApiBench.PASS);
        bench.table.answer(request -> new DataSourceAnswer.Result(json("""
                {'id': 1, 'name': 'lamp', 'owner': {'name': 'Ann', 'age': 7}, 'parts': [{'name': 'x', 'age': 1}]}""")));
    }

    private void send(String query) {
        GraphQlApi api = bench.start();
        api.onMutation(events::add);
        api.execute(ApiBench.request(query), user());
    }

    @Test
    void isDoneWhoeverCannotBeToldOfIt() {
        GraphQlApi api = bench.start();
        api.onMutation(event -> {
            throw new IllegalStateException("deaf");
        });
        api.onMutation(events::add);

        assertThat(api.execute(ApiBench.request("mutation { put { id } }"), user()))
                .isEqualTo(json("{'data': {'put': {'id': '1'}}}"));
        assertThat(events).hasSize(1);
        assertThat(bench.console)
                .containsExactly("graphql | local: telling subscribers of put failed:"
                        + " java.lang.IllegalStateException: deaf");
    }

    @Test
    void tellsWhatItsSenderSelected() {
        send("mutation { put { id } }");

        assertThat(events).containsExactly(new MutationEvent("put", json("{'id': '1'}")));
    }

    @Test
    void tellsFieldsByTheirNamesInTheSchema() {
        send("mutation { it: put { key: id  who: owner { called: name } parts { size: age } } }");

        assertThat(events)
                .containsExactly(
                        new MutationEvent("put", json("{'id': '1', 'owner': {'name': 'Ann'}, 'parts': [{'age': 1}]}")));
    }

    @Test
    void tellsFieldsOfFragments() {
        send("mutation { put { ...Some ... on Thing { name } } } fragment Some on Thing { id }");

        assertThat(events).containsExactly(new MutationEvent("put", json("{'id': '1', 'name': 'lamp'}")));
    }

    @Test
    void bringsWhatTwoAliasesSelectTogether() {
        send("mutation { put { one: owner { name } two: owner { age } a: parts { name } b: parts { age } } }");

        assertThat(events.getFirst().value())
                .isEqualTo(json("{'owner': {'name': 'Ann', 'age': 7}, 'parts': [{'name': 'x', 'age': 1}]}"));
    }

    @Test
    void doesNotTellOfAMutationThatFailed() {
        bench.onTable("Mutation.put", """
                import { util } from '@aws-appsync/utils';
                export function request() { return {}; }
                export function response() { util.error('no'); }
                """);

        send("mutation { put { id } }");

        assertThat(events).isEmpty();
    }

    @Test
    void doesNotTellOfAnAnswerThatBecameNull() {
        send("mutation { put { must } }");

        assertThat(events).isEmpty();
    }

    @Test
    void doesNotTellOfQueries() {
        send("{ thing { id } }");

        assertThat(events).isEmpty();
    }

    @Test
    void runsMutationsOneAfterTheOtherAndTellsThemInOrder() {
        send("mutation { put(name: \"1\") { id } drop(name: \"2\") { id } again: put(name: \"3\") { id } }");

        assertThat(bench.table.requests)
                .extracting(request -> request.at("/payload/name").asText())
                .containsExactly("1", "2", "3");
        assertThat(events).extracting(MutationEvent::field).containsExactly("put", "drop", "put");
    }
}
