package dev.ringback.local.appsync.execution;

import static dev.ringback.local.appsync.ApiBench.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.appsync.ApiBench;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private final ApiBench bench = new ApiBench("type Query { text(of: String): String }");

    @Test
    void runsAPipelineFromBeforeThroughItsFunctionsToAfter() {
        bench.function("one", """
                export function request(ctx) { return {payload: `${ctx.prev.result}, one asks`}; }
                export function response(ctx) { return `${ctx.result.payload}, one answers`; }
                """);
        bench.function("two", """
                export function request(ctx) { return {payload: `${ctx.prev.result}, two asks`}; }
                export function response(ctx) { return `${ctx.result.payload}, two answers`; }
                """);
        bench.pipeline("Query.text", """
                export function request(ctx) { return `${ctx.args.of}`; }
                export function response(ctx) { return `${ctx.prev.result}, after`; }
                """, "one", "two");

        assertThat(bench.send("{ text(of: \"before\") }").at("/data/text").asText())
                .isEqualTo("before, one asks, one answers, two asks, two answers, after");
    }

    @Test
    void sharesTheStashInAPipeline() {
        bench.function("note", """
                export function request(ctx) { ctx.stash.notes.push('function'); return {}; }
                export function response(ctx) { ctx.stash.notes.push('answer'); return null; }
                """);
        bench.pipeline("Query.text", """
                export function request(ctx) { ctx.stash.notes = ['before']; return {}; }
                export function response(ctx) { return ctx.stash.notes.join(' '); }
                """, "note");

        assertThat(bench.send("{ text }").at("/data/text").asText()).isEqualTo("before function answer");
    }

    @Test
    void goesOnWithTheNextFunctionAfterAnEarlyReturn() {
        pipelineOfEarlyReturn("");

        assertThat(bench.send("{ text }").at("/data/text").asText()).isEqualTo("early two");
        assertThat(bench.table.requests).hasSize(1);
    }

    @Test
    void skipsTheOtherFunctionsAfterAnEarlyReturnToTheEnd() {
        pipelineOfEarlyReturn(", {skipTo: 'END'}");

        assertThat(bench.send("{ text }").at("/data/text").asText()).isEqualTo("early");
        assertThat(bench.table.requests).isEmpty();
    }

    @Test
    void stopsAPipelineAtAnError() {
        bench.function("one", """
                import { util } from '@aws-appsync/utils';
                export function request() { util.error('no', 'Refused'); }
                export function response() { return null; }
                """);
        bench.function("two", PASS);
        bench.pipeline("Query.text", """
                export function request() { return {}; }
                export function response() { return 'after'; }
                """, "one", "two");

        JsonNode answer = bench.send("{ text }");

        assertThat(answer.at("/data/text").isNull()).isTrue();
        assertThat(answer.at("/errors/0/errorType").asText()).isEqualTo("Refused");
        assertThat(bench.table.requests).isEmpty();
    }

    private void pipelineOfEarlyReturn(String options) {
        bench.function("one", """
                import { runtime } from '@aws-appsync/utils';
                export function request(ctx) { runtime.earlyReturn('early'OPTIONS); }
                export function response(ctx) { return 'one'; }
                """.replace("OPTIONS", options));
        bench.function("two", """
                export function request(ctx) { return {}; }
                export function response(ctx) { return `${ctx.prev.result} two`; }
                """);
        bench.pipeline("Query.text", """
                export function request() { return {}; }
                export function response(ctx) { return ctx.prev.result; }
                """, "one", "two");
    }
}
