package dev.ringback.local.appsync.resource;

import static dev.ringback.local.appsync.ApiBench.json;
import static dev.ringback.local.appsync.ApiBench.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringback.local.appsync.ApiBench;
import dev.ringback.local.appsync.GraphQlApi;
import dev.ringback.local.appsync.MutationEvent;
import dev.ringback.local.appsync.SubscriptionStart.Started;
import dev.ringback.local.stack.StackFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** APIs that change while they run. */
class ReplacementTest {
    private static final String SCHEMA = """
            type Query { text: String }
            type Mutation { put: String }
            type Subscription { on: String @aws_subscribe(mutations: ["put"]) }
            """;

    private final ApiBench bench = new ApiBench(SCHEMA);

    ReplacementTest() {
        answering("old");
    }

    private void answering(String text) {
        for (String field : new String[] {"Query.text", "Mutation.put"}) {
            bench.unit(field, """
                    export function request() { return {payload: 'TEXT'}; }
                    export function response(ctx) { return ctx.result; }
                    """.replace("TEXT", text));
        }
    }

    @Test
    void answersByItsNewResolvers() {
        GraphQlApi api = bench.start();
        answering("new");

        assertThat(bench.start()).isSameAs(api);
        assertThat(api.execute(ApiBench.request("{ text }"), user())).isEqualTo(json("{'data': {'text': 'new'}}"));
    }

    @Test
    void answersByItsNewSchema() {
        bench.start();
        bench.schema(SCHEMA.replace("text: String", "text: String  more: Int"));

        bench.start();

        assertThat(bench.send("{ more }")).isEqualTo(json("{'data': {'more': null}}"));
    }

    @Test
    void staysAsItIsWhenWhatComesIsFaulty() {
        bench.start();
        answering("new");
        bench.schema("type Query { text: Missing }");

        assertThatThrownBy(bench::start)
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("stack, Schema (AWS::AppSync::GraphQLSchema): The schema is faulty")
                .hasMessageContaining("Missing");
        assertThat(bench.send("{ text }")).isEqualTo(json("{'data': {'text': 'old'}}"));
    }

    @Test
    void keepsWhoFollowsItsMutations() {
        List<MutationEvent> events = new CopyOnWriteArrayList<>();
        bench.start().onMutation(events::add);
        answering("new");

        bench.start().execute(ApiBench.request("mutation { put }"), user());

        assertThat(events).extracting(event -> event.value().asText()).containsExactly("new");
    }

    @Test
    void keepsTheSubscriptionsThatWereStarted() {
        Started started = (Started) bench.start().subscribe(ApiBench.request("subscription { on }"), user());
        bench.schema("type Query { text: String } type Mutation { put: String }");
        bench.start();

        assertThat(started.projection().project(json("'x'"))).isEqualTo(json("{'data': {'on': 'x'}}"));
    }

    @Test
    void goesWhenItIsNoLongerDeclared() {
        bench.start();

        bench.provider().commit();

        assertThat(bench.apis.find(ApiBench.ID)).isEmpty();
    }

    @Test
    void tellsWhoFollowsItThatItHasGone() {
        List<String> ends = new CopyOnWriteArrayList<>();
        bench.start().onMutation(new GraphQlApi.MutationListener() {
            @Override
            public void mutated(MutationEvent event) {
                ends.add("a mutation");
            }

            @Override
            public void apiGone() {
                ends.add("the end");
            }
        });

        bench.provider().commit();

        assertThat(ends).containsExactly("the end");
    }
}
