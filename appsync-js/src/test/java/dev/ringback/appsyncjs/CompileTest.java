package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompileTest {
    @RegisterExtension
    static final Handlers handlers = new Handlers();

    private static final String HANDLERS = """
            export function request(ctx) { return {}; }
            export function response(ctx) { return ctx.result; }
            """;

    @Test
    void takesTheLongestCodeThatAppSyncTakes() {
        assertThatCode(() -> compile(padded(32_768))).doesNotThrowAnyException();
    }

    @Test
    void refusesCodeThatIsLonger() {
        assertThat(refusal(padded(32_769))).isEqualTo("x.js: 32,769 characters of code; AppSync takes at most 32,768");
    }

    @Test
    void takesHandlersThatAreArrowFunctions() {
        assertThatCode(() -> compile("export const request = () => ({}), response = (ctx) => ctx.result;"))
                .doesNotThrowAnyException();
    }

    @Test
    void takesHandlersThatAreExportedInAList() {
        assertThatCode(() -> compile("const f = () => ({}); export { f as request, f as response };"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesCodeWithoutResponseHandler() {
        assertThat(refusal("export const request = () => ({});")).isEqualTo("x.js: exports no function response");
    }

    @Test
    void refusesAHandlerThatIsNoFunction() {
        assertThat(refusal("export const request = 1, response = () => ({});"))
                .isEqualTo("x.js: exports no function request");
    }

    @Test
    void saysWhereASyntaxErrorIs() {
        assertThat(refusal("export const request = () => ({});\nexport const response = ) => 1;"))
                .startsWith("x.js:2:25: SyntaxError: Expected an operand but found )");
    }

    @Test
    void saysWhereAnUnknownModuleIsImported() {
        assertThat(refusal("import { x } from './mine.js';\n" + HANDLERS))
                .isEqualTo(
                        "x.js:1:1: no module ./mine.js; AppSync has @aws-appsync/utils and @aws-appsync/utils/dynamodb");
    }

    @Test
    void refusesItsOwnModulesUnderOtherNames() {
        assertThat(refusal("import { now } from './java.js';\n" + HANDLERS)).contains("no module ./java.js");
    }

    @Test
    void refusesToPassOnAnUnknownModule() {
        assertThat(refusal(HANDLERS + "export * from './java.js';")).contains("no module ./java.js");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rds", "ai"})
    void saysWhichModulesOfAppSyncAreNotAvailable(String module) {
        assertThat(refusal("import * as it from '@aws-appsync/utils/%s';%n".formatted(module) + HANDLERS))
                .isEqualTo("x.js:1:1: @aws-appsync/utils/%s is not available locally".formatted(module));
    }

    @Test
    void saysWhereAnUnknownNameIsImported() {
        assertThat(refusal("\nimport { get, gett } from '@aws-appsync/utils/dynamodb';\n" + HANDLERS))
                .isEqualTo("x.js:2:15: @aws-appsync/utils/dynamodb does not export gett");
    }

    @Test
    void refusesADefaultImport() {
        assertThat(refusal("import util from '@aws-appsync/utils';\n" + HANDLERS))
                .isEqualTo("x.js:1:8: @aws-appsync/utils has no default export");
    }

    @Test
    void refusesATopLevelThatFails() {
        assertThat(refusal("const x = null.y;\n" + HANDLERS))
                .startsWith("x.js:1:11: TypeError: Cannot read property 'y' of null");
    }

    @Test
    void runsWithoutImportsAsTheUtilitiesAreGlobalsToo() {
        Code code = compile("export const request = () => util.urlEncode('a b'), response = () => null;");
        assertThat(code.request(Handlers.object("{}")).outcome()).hasToString("Returned[value=\"a+b\"]");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "try { x() } catch { y() }         | try",
                "try { x() } finally { y() }       | try",
                "throw ctx                         | throw",
                "while (ctx) x()                   | while",
                "do { x() } while (ctx)            | do-while",
                "for (let i = 0; i < 3; i += 1) {} | for (;;)",
                "for (const a of b) { continue }   | continue",
                "a: for (const b of c) { break a } | a label",
                "let i = 0; i++                    | ++",
                "let i = 0; ++i                    | ++",
                "let i = 0; i--                    | --",
                "let i = 0; --i                    | --",
                "return ~ctx                       | ~",
                "return 'a' in ctx                 | in",
                "return ctx instanceof Object      | instanceof",
                "return new Date()                 | new",
                "return ctx.map(async () => 1)     | async",
                "const a = async function () {}    | async",
                "function* a() { yield 1 }         | a generator",
                "class A {}                        | class",
                "return class {}                   | class",
                "return this                       | this",
                "return /a+/                       | a regular expression literal",
                "return ctx.replace(/a/g, 'b')     | a regular expression literal",
                "debugger                          | debugger",
                "return import('./x.js')           | import()",
                "return import.meta.url            | import.meta",
                "return new.target                 | new.target",
            })
    void refusesWhatAppSyncRefuses(String statement, String named) {
        assertThat(refusal("export function request(ctx) {\n  if (ctx) { %s }\n}\nexport const response = () => 1;"
                        .formatted(statement)))
                .startsWith("x.js:2:")
                .endsWith(": " + named + " is not supported by APPSYNC_JS");
    }

    @Test
    void saysWhereARefusedStatementIs() {
        assertThat(refusal("export const request = () => {\n  const a = 1;\n  throw a;\n}, response = request;"))
                .startsWith("x.js:3:3: throw");
    }

    @Test
    void takesTheSameWordsInTextAndComments() {
        assertThatCode(() -> compile("""
                        // while (true) { i++ } this class new /x/
                        const words = 'try { throw } ~ in';
                        export const request = () => ({ while: words, this: `for (;;) ${words}`, class: 1 });
                        export const response = (ctx) => ctx.result.new;
                        """)).doesNotThrowAnyException();
    }

    @Test
    void takesWhatAppSyncTakes() {
        assertThatCode(() -> compile("""
                        import { util } from '@aws-appsync/utils';
                        const half = (value, by = 2) => value / by;
                        export function request({ args, ...rest }) {
                          let { a, b: [c, ...others] = [], ...more } = args;
                          var total = 0;
                          for (const each of others) { if (each > 3) { break; } total += half(each) ** 2; }
                          for (const key in more) { delete more[key]; }
                          switch (typeof a) { case 'string': a = `<${a}>`; break; default: a ??= void 0; }
                          total = (total << 1) | 3 & '1'.length;
                          return { ...more, a, c: c?.d?.[0]?.() ?? null, [`key-${total}`]: rest !== null ? 1 : 2 };
                        }
                        export const response = (ctx) => ctx.result;
                        """)).doesNotThrowAnyException();
    }

    private static Code compile(String source) {
        return handlers.runtime.compile("x.js", source);
    }

    private static String refusal(String source) {
        return assertThatExceptionOfType(InvalidCode.class)
                .isThrownBy(() -> compile(source))
                .actual()
                .getMessage();
    }

    private static String padded(int characters) {
        return HANDLERS + " ".repeat(characters - HANDLERS.length());
    }
}
