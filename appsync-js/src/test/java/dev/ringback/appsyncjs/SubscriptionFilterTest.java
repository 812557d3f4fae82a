package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.appsyncjs.Evaluation.Failed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionFilterTest {
    @RegisterExtension
    static final Handlers handlers = new Handlers();

    private static final String SUBSCRIPTION = "{\"info\":{\"parentTypeName\":\"Subscription\"}}";

    @Test
    void joinsFieldsByAnd() {
        assertThat(groups("{ severity: { ge: 7 }, priority: { in: ['high'] } }"))
                .isEqualTo("severity ge 7 & priority in [\"high\"]");
    }

    @Test
    void joinsConditionsOfOneFieldByOr() {
        assertThat(groups("{ percentage: { le: 50, ge: 20 } }")).isEqualTo("percentage le 50 | percentage ge 20");
    }

    @Test
    void combinesAndWithOr() {
        assertThat(groups("{ p: { le: 5, ge: 2 }, and: [{ t: { ne: 'B' } }, { d: { gt: 9 } }],"
                        + " or: [{ a: { eq: 'A' } }, { i: { eq: false } }] }"))
                .isEqualTo("p le 5 & t ne \"B\" & d gt 9 & a eq \"A\" | p le 5 & t ne \"B\" & d gt 9 & i eq false"
                        + " | p ge 2 & t ne \"B\" & d gt 9 & a eq \"A\" | p ge 2 & t ne \"B\" & d gt 9 & i eq false");
    }

    @Test
    void nestsOrInAnd() {
        assertThat(groups("{ and: [{ a: { eq: 1 } }, { or: [{ b: { eq: 2 } }, { c: { eq: 3 } }] }] }"))
                .isEqualTo("a eq 1 & b eq 2 | a eq 1 & c eq 3");
    }

    @Test
    void ignoresFieldsAtEveryLevel() {
        assertThat(groups("{ p: { le: 5 }, t: { ne: 'B' }, or: [{ a: { eq: 1 } }, { i: { eq: 0 } }] }, ['p', 'a']"))
                .isEqualTo("t ne \"B\" & i eq 0");
    }

    @Test
    void adheresToOneOfTheRules() {
        assertThat(groups("{ t: { ne: 'B' } }, [], { u: { ge: 250 }, a: { eq: 'P' } }"))
                .isEqualTo("t ne \"B\" & u ge 250 | t ne \"B\" & a eq \"P\"");
    }

    @Test
    void leavesOutFieldsThatAreNull() {
        assertThat(groups("{ a: null, b: { eq: 1 }, or: null }")).isEqualTo("b eq 1");
    }

    @Test
    void letsEverythingThroughWithoutConditions() {
        handlers.gives("util.transform.toSubscriptionFilter({})", "{'filterGroup':[{'filters':[]}]}");
    }

    @Test
    void setsTheFilterOfASubscription() {
        assertThat(handlers.response(
                                "extensions.setSubscriptionFilter(util.transform.toSubscriptionFilter({ a: { eq: 1 } }));",
                                SUBSCRIPTION)
                        .subscriptionFilter()
                        .orElseThrow())
                .hasToString(
                        "{\"filterGroup\":[{\"filters\":[{\"fieldName\":\"a\",\"operator\":\"eq\",\"value\":1}]}]}");
    }

    @Test
    void setsNoFilterByItself() {
        assertThat(handlers.response("return 1;", SUBSCRIPTION).subscriptionFilter())
                .isEmpty();
    }

    @Test
    void refusesAFilterInARequestHandler() {
        assertThat(handlers.failure("extensions.setSubscriptionFilter({ filterGroup: [] });", SUBSCRIPTION)
                        .message())
                .isEqualTo("handlers.js:4:3: TypeError:"
                        + " extensions.setSubscriptionFilter is for response handlers of subscriptions");
    }

    @Test
    void refusesAFilterOutsideASubscription() {
        assertThat(refusal("{ filterGroup: [] }", "{\"info\":{\"parentTypeName\":\"Query\"}}"))
                .endsWith("is for response handlers of subscriptions");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{ filters: [] }                                     | has the form {filterGroup: [{filters: [...]}]}",
                "{ filterGroup: [{}] }                               | has the form {filterGroup: [{filters: [...]}]}",
                "one('a', 'like', 1)                                 | has no operator like, as on a",
                "one('a.b.c.d.e.f', 'eq', 1)                         | not a.b.c.d.e.f",
                "one('a', 'in', [1, 2, 3, 4, 5, 6])                  | at most 5 values in in on a",
            })
    void refusesAFilterThatAppSyncWouldRefuse(String filter, String complaint) {
        assertThat(refusal(filter, SUBSCRIPTION)).endsWith(complaint);
    }

    private static String refusal(String filter, String ctx) {
        Evaluation evaluation = handlers.response(
                "const one = (fieldName, operator, value) => ({ filterGroup: [{ filters: [{ fieldName, operator, value }] }] });"
                        + " extensions.setSubscriptionFilter(%s);".formatted(filter),
                ctx);
        return ((Failed) evaluation.outcome()).error().message();
    }

    private static String groups(String arguments) {
        return handlers.textValue(
                "util.transform.toSubscriptionFilter(%s).filterGroup.map((group) => group.filters".formatted(arguments)
                        + ".map((f) => `${f.fieldName} ${f.operator} ${JSON.stringify(f.value)}`).join(' & ')).join(' | ')");
    }
}
