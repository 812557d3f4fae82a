package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @RegisterExtension
    static final Handlers handlers = new Handlers();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch", "setTimeout", "require", "process", "Promise", "eval", "Function", "Date", "RegExp", "Symbol",
                "Map", "Set", "WeakSet", "Proxy", "Reflect", "Intl", "BigInt", "Error", "globalThis", "parseInt",
                "parseFloat", "encodeURIComponent", "load", "print", "Java", "Polyglot", "Graal", "java", "undeclared",
            })
    void hasNoGlobal(String name) {
        handlers.gives("typeof " + name, "'undefined'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Number('1')",
                "String(1)",
                "Boolean(1)",
                "Object.freeze({})",
                "Object.create(null)",
                "Array.from('a')",
                "Array.of(1)",
                "Number.parseInt('1')",
                "Math.sqrt(4)",
                "[1].keys()",
                "[1].entries()",
                "[1].values()",
                "'a'.padStart(2)",
                "'a'.repeat(2)",
                "'a'.charCodeAt(0)",
                "'a'.match('a')",
                "'a'.localeCompare('b')",
                "ctx.hasOwnProperty('args')",
                "(() => 1).call()",
                "(() => 1).apply()",
                "(() => 1).bind()",
                "[2, 1].toSorted()",
                "[1].toSpliced(0, 1)",
                "[1].with(0, 2)",
                "[1, 2].toReversed()",
                "(1).toLocaleString()",
            })
    void lacks(String expression) {
        assertThat(handlers.failure("return " + expression + ";").message()).endsWith(" is not a function");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "'x'", "true", "[]", "{}", "() => 1", "ctx", "util", "util.autoId", "Object", "Array"})
    void hasNoConstructorBehindAValue(String value) {
        handlers.gives("typeof (%s).constructor".formatted(value), "'undefined'");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "Object.assign({ a: 1 }, { b: 2 })         | `{'a':1,'b':2}`",
                "Object.entries({ a: 1 })                  | `[['a',1]]`",
                "Object.hasOwn({ a: 1 }, 'a')              | true",
                "Object.keys({ a: 1 })                     | `['a']`",
                "Object.values({ a: 1 })                   | [1]",
                "Array.isArray([])                         | true",
                "Number.isFinite(1)                        | true",
                "Number.isNaN(NaN)                         | true",
                "Math.max(1, 3, 2) + Math.floor(0.5)       | 3",
                "[3, 1, 2].sort()                          | [1,2,3]",
                "[[1], [2, 3]].flat().map((n) => n * 2)    | [2,4,6]",
                "[1, 2, 3].findLast((n) => n < 3)          | 2",
                "[1, 2, 3].findLastIndex((n) => n < 3)     | 1",
                "[1, 2].reduce((sum, n) => sum + n, 0)     | 3",
                "['b', 'a'].reverse().join('-')            | `'a-b'`",
                "' a,b '.trim().split(',')                 | `['a','b']`",
                "'AbC'.toLowerCase().slice(1)              | `'bc'`",
                "'abc'.startsWith('ab')                    | true",
                "JSON.stringify([1, null])                  | `'[1,null]'`",
                "JSON.parse('[1]')[0]                      | 1",
            })
    void has(String expression, String value) {
        handlers.gives(expression, value);
    }

    @Test
    void parsesWhatIsNoJsonToBlankText() {
        handlers.gives("JSON.parse('{')", "''");
    }

    @Test
    void sortsInNoOrderOfOnesOwn() {
        assertThat(handlers.failure("return [2, 1].sort((a, b) => a - b);").message())
                .isEqualTo("handlers.js:4:10: TypeError: Array.prototype.sort takes no arguments");
    }

    @Test
    void replacesTheFirstMatchOfAJavaPattern() {
        handlers.gives("'a1b22'.replace('[0-9]+', '<$0>')", "'a<1>b22'");
    }

    @Test
    void replacesEveryMatchOfAJavaPattern() {
        handlers.gives("'a1b22'.replaceAll('[0-9]+', '<$0>')", "'a<1>b<22>'");
    }

    @Test
    void stripsMarksByTheirJavaCategory() {
        handlers.gives("util.str.normalize('Ålésund', 'nfd').replaceAll('\\\\p{M}+', '').toLowerCase()", "'alesund'");
    }

    @Test
    void replacesByGroupsOfTheMatch() {
        handlers.gives("'Ada Lovelace'.replace('(\\\\w+) (\\\\w+)', '$2, $1')", "'Lovelace, Ada'");
    }

    @Test
    void failsOnAPatternThatIsNone() {
        assertThat(handlers.failure("return 'a'.replace('(', 'b');").message())
                .startsWith("handlers.js:4:10: Unclosed group");
    }

    @Test
    void failsOnAPatternThatGoesTooDeep() {
        assertThat(handlers.failure(
                                "return ctx.args.a.replace('(a|b)*c', '');",
                                "{\"arguments\":{\"a\":\"%s\"}}".formatted("ab".repeat(50_000)))
                        .message())
                .isEqualTo("handlers.js: Resource exhausted: Stack overflow");
    }

    @Test
    void failsToReplaceByAFunction() {
        assertThat(handlers.failure("return 'a'.replace('a', () => 'b');").message())
                .startsWith("handlers.js:4:10: argument 3 is no string");
    }
}
