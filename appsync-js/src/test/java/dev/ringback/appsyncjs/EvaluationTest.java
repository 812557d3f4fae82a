package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    @RegisterExtension
    static final Handlers handlers = new Handlers();

    private static final String CTX = """
            {
              "arguments": {"id": "1"}, "source": {"name": "Ada"}, "identity": {"sub": "s", "username": "u"},
              "stash": {"kept": true}, "prev": {"result": 2}, "result": {"items": []},
              "error": {"message": "m", "type": "t"}, "env": {"TABLE": "People"},
              "request": {"headers": {"host": "h"}, "domainName": "d"},
              "info": {"fieldName": "getPerson", "parentTypeName": "Query", "variables": {"v": 1},
                       "selectionSetList": ["id"], "selectionSetGraphQL": "{ id }"}
            }""";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "ctx.arguments.id                     | `'1'`",
                "ctx.args === ctx.arguments           | true",
                "ctx.source.name                      | `'Ada'`",
                "ctx.identity.sub                     | `'s'`",
                "ctx.stash.kept                       | true",
                "ctx.prev.result                      | 2",
                "ctx.result                           | `{'items':[]}`",
                "ctx.error                            | `{'message':'m','type':'t'}`",
                "ctx.env.TABLE                        | `'People'`",
                "ctx.request.headers.host             | `'h'`",
                "ctx.request.domainName               | `'d'`",
                "ctx.info.fieldName                   | `'getPerson'`",
                "ctx.info.parentTypeName              | `'Query'`",
                "ctx.info.variables.v                 | 1",
                "ctx.info.selectionSetList            | `['id']`",
                "ctx.info.selectionSetGraphQL         | `'{ id }'`",
            })
    void givesTheHandlerItsContext(String expression, String value) {
        handlers.gives(expression, CTX, value);
    }

    @Test
    void givesWhatIsMissingAsEmptyOrNull() {
        handlers.gives("ctx", """
                {'arguments':{},'args':{},'identity':null,'source':null,'request':{'headers':{},'domainName':null},\
                'info':{},'env':{},'stash':{},'prev':null,'result':null,'error':null}""");
    }

    @Test
    void givesNullWhenNothingIsReturned() {
        assertThat(handlers.request("", "{}").outcome()).hasToString("Returned[value=null]");
    }

    @Test
    void leavesOutWhatIsUndefined() {
        handlers.gives("{ a: undefined, b: null, c: [undefined] }", "{'b':null,'c':[null]}");
    }

    @Test
    void runsTheResponseHandlerApartFromTheRequestHandler() {
        Code code = handlers.runtime.compile("x.js", """
                export const request = () => 'question', response = () => 'answer';
                """);
        assertThat(code.response(Handlers.object("{}")).outcome()).hasToString("Returned[value=\"answer\"]");
    }

    @Test
    void bringsTheStashBack() {
        assertThat(handlers.request("ctx.stash.added = { n: 1 }; delete ctx.stash.kept; return null;", CTX)
                        .stash())
                .hasToString("{\"added\":{\"n\":1}}");
    }

    @Test
    void doesNotChangeTheContextGiven() {
        ObjectNode ctx = Handlers.object(CTX);
        handlers.code("ctx.stash.added = 1; ctx.args.id = 2; return null;").request(ctx);
        assertThat(ctx).isEqualTo(Handlers.object(CTX));
    }

    @Test
    void takesChangesInsideTheContextForThisEvaluation() {
        assertThat(handlers.request("ctx.args.id = 2; return ctx.arguments;", CTX)
                        .outcome())
                .hasToString("Returned[value={\"id\":2}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctx.stash = {};", "ctx.result = 1;", "ctx.mine = 1;", "delete ctx.args;"})
    void failsWhenTheContextItselfIsChanged(String statement) {
        ResolverError failure = handlers.failure(statement);
        assertThat(failure.type()).isEqualTo("Code");
        assertThat(failure.message()).startsWith("handlers.js").contains(": TypeError: ");
    }

    @Test
    void saysWhereAHandlerFailed() {
        assertThat(handlers.failure("const a = ctx.result;\n  return a.b;"))
                .hasToString("ResolverError[message=handlers.js:5:10: TypeError: Cannot read property 'b' of null,"
                        + " type=Code, data=null, info=null]");
    }

    @Test
    void saysWhereAnUnknownNameIsUsed() {
        assertThat(handlers.failure("return missing;").message())
                .isEqualTo("handlers.js:4:10: ReferenceError: missing is not defined");
    }

    @Test
    void saysWhereAUtilityWasCalledThatFailed() {
        assertThat(handlers.failure("return ddb.get();").message()).startsWith("handlers.js:4:10: TypeError: ");
    }

    @Test
    void keepsStashAndLogOfAFailedHandler() {
        Evaluation evaluation = handlers.request("ctx.stash.a = 1; console.log('b'); return c;", "{}");
        assertThat(evaluation.stash()).hasToString("{\"a\":1}");
        assertThat(evaluation.log()).containsExactly("b");
    }

    @Test
    void failsWhenTheValueIsNoJson() {
        assertThat(handlers.failure("ctx.args.self = ctx.args; return ctx.args;")
                        .message())
                .startsWith("handlers.js: TypeError: Converting circular structure to JSON");
    }

    @Test
    void failsOnTooDeepACall() {
        assertThat(handlers.failure("const f = (n) => f(n + 1) + 1; return f(0);")
                        .message())
                .startsWith("handlers.js:4:")
                .contains("RangeError: Maximum call stack size exceeded");
    }

    @Test
    void logsWhatIsGivenToTheConsole() {
        assertThat(handlers.request("console.log('a', 1, { b: [null] }); console.error('c');", "{}")
                        .log())
                .containsExactly("a 1 {\"b\":[null]}", "c");
    }

    @Test
    void startsEachEvaluationAnew() {
        Code code = handlers.runtime.compile("x.js", """
                const seen = [];
                export const request = () => { seen.push(1); return seen; };
                export const response = () => null;
                """);
        code.request(Handlers.object("{}"));
        assertThat(code.request(Handlers.object("{}")).outcome()).hasToString("Returned[value=[1]]");
    }

    @Test
    void letsNoHandlerChangeTheUtilities() {
        assertThat(handlers.failure("util.autoId = () => 'mine';").message()).contains("TypeError");
    }

    @Test
    void runsInManyThreadsAtOnce() {
        Code code =
                handlers.code("ctx.stash.id = ctx.args.id; return { id: ctx.args.id, at: util.time.nowISO8601() };");
        List<String> stashes = IntStream.range(0, 200)
                .parallel()
                .mapToObj(id -> code.request(Handlers.object("{\"arguments\":{\"id\":%d}}".formatted(id))))
                .map(evaluation -> evaluation.stash().toString())
                .toList();
        assertThat(stashes)
                .containsExactlyElementsOf(IntStream.range(0, 200)
                        .mapToObj("{\"id\":%d}"::formatted)
                        .toList());
    }
}
