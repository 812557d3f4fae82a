package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.appsyncjs.Evaluation.ReturnedEarly;
import dev.ringback.appsyncjs.Evaluation.SkipTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways a handler ends other than by its return, and what it can say on the way. */
class EndingsTest {
    @RegisterExtension
    static final Handlers handlers = new Handlers();

    @Test
    void failsWithTheErrorGiven() {
        assertThat(handlers.failure("util.error('No.', 'Refused', { id: 1 }, [2]); ctx.stash.on = 1;"))
                .hasToString("ResolverError[message=No., type=Refused, data={\"id\":1}, info=[2]]");
    }

    @Test
    void failsWithAMessageAlone() {
        assertThat(handlers.failure("util.error('No.');"))
                .hasToString("ResolverError[message=No., type=null, data=null, info=null]");
    }

    @Test
    void runsNothingBehindAnError() {
        assertThat(handlers.request("ctx.stash.a = 1; util.error('No.'); ctx.stash.a = 2;", "{}")
                        .stash())
                .hasToString("{\"a\":1}");
    }

    @Test
    void leavesFromWithinACallback() {
        assertThat(handlers.failure("[1, 2].forEach((n) => { if (n > 1) { util.error(`${n}`); } });")
                        .message())
                .isEqualTo("2");
    }

    @Test
    void isUnauthorizedForTheFieldBeingResolved() {
        assertThat(handlers.failure(
                        "util.unauthorized();",
                        "{\"info\":{\"fieldName\":\"updatePerson\",\"parentTypeName\":\"Mutation\"}}"))
                .hasToString("ResolverError[message=Not Authorized to access updatePerson on type Mutation,"
                        + " type=Unauthorized, data=null, info=null]");
    }

    @Test
    void goesOnBehindAnAppendedError() {
        Evaluation evaluation = handlers.request("util.appendError('Hm.', 'Odd', 1, 2); return 3;", "{}");
        assertThat(evaluation.outcome()).hasToString("Returned[value=3]");
    }

    @Test
    void appendsErrorsInOrder() {
        Evaluation evaluation =
                handlers.request("util.appendError('Hm.', 'Odd', 1, 2); util.appendError('So.');", "{}");
        assertThat(evaluation.appended())
                .hasToString("[ResolverError[message=Hm., type=Odd, data=1, info=2],"
                        + " ResolverError[message=So., type=null, data=null, info=null]]");
    }

    @Test
    void keepsAppendedErrorsOfAFailure() {
        assertThat(handlers.request("util.appendError('Hm.'); util.error('No.');", "{}")
                        .appended())
                .hasSize(1);
    }

    @Test
    void returnsEarlyToTheNextFunction() {
        assertThat(handlers.request("runtime.earlyReturn({ a: 1 }); return 2;", "{}")
                        .outcome())
                .hasToString("ReturnedEarly[value={\"a\":1}, skipTo=NEXT]");
    }

    @Test
    void returnsEarlyToTheEnd() {
        ReturnedEarly outcome = (ReturnedEarly) handlers.request("runtime.earlyReturn(1, { skipTo: 'END' });", "{}")
                .outcome();
        assertThat(outcome.skipTo()).isEqualTo(SkipTo.END);
    }

    @Test
    void returnsEarlyWithNothing() {
        assertThat(handlers.request("runtime.earlyReturn();", "{}").outcome())
                .hasToString("ReturnedEarly[value=null, skipTo=NEXT]");
    }

    @Test
    void returnsEarlyToNoOtherPlace() {
        assertThat(handlers.failure("runtime.earlyReturn(1, { skipTo: 'LAST' });")
                        .message())
                .endsWith("runtime.earlyReturn skips to END or NEXT, not to LAST");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "null                                                | API Key Authorization",
                "`{'sub':'s','username':'u','claims':{}}`  | User Pool Authorization",
                "`{'sub':'s','issuer':'i','claims':{}}`    | Open ID Connect Authorization",
                "`{'accountId':'1','userArn':'a','username':'u'}` | IAM Authorization",
                "`{'resolverContext':{}}`                          | Lambda Authorization",
            })
    void tellsHowTheCallerIsAuthorized(String identity, String authType) {
        handlers.gives("util.authType()", "{'identity':%s}".formatted(identity), "'%s'".formatted(authType));
    }
}
