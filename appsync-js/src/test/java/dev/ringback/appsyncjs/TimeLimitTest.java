package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.appsyncjs.Evaluation.Failed;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TimeLimitTest {
    private static final AppSyncJs RUNTIME = AppSyncJs.start(Clock.systemUTC(), Duration.ofMillis(1500));

    private static final String HARMLESS = "return 'aa'.replace('a+', 'b');";
    private static final String ENDLESS = "const list = [1]; for (const each of list) { list.push(each); }";
    private static final String ENDLESS_PATTERN =
            "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.replace('(.*a){25}b', '')";

    /** Takes the first run, which loads everything, out of the short time that the others have. */
    @BeforeAll
    static void warmUp() {
        try (AppSyncJs patient = AppSyncJs.start()) {
            code(patient, HARMLESS).request(Handlers.object("{}"));
        }
    }

    @AfterAll
    static void stop() {
        RUNTIME.close();
    }

    @Test
    void stopsAHandlerThatDoesNotEnd() {
        assertThat(failure(ENDLESS)).isEqualTo("x.js: stopped after 1500 ms");
    }

    @Test
    void stopsAPatternThatDoesNotEnd() {
        assertThat(failure(ENDLESS_PATTERN)).isEqualTo("x.js: stopped after 1500 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {ENDLESS, ENDLESS_PATTERN})
    void goesOnWithOtherHandlersAfterwards(String endless) {
        failure(endless);
        assertThat(code(RUNTIME, HARMLESS).request(Handlers.object("{}")).outcome())
                .hasToString("Returned[value=\"b\"]");
    }

    @Test
    void givesTheStashOfBeforeForAHandlerThatWasStopped() {
        assertThat(code(RUNTIME, "ctx.stash.a = 2; " + ENDLESS)
                        .request(Handlers.object("{\"stash\":{\"a\":1}}"))
                        .stash())
                .hasToString("{\"a\":1}");
    }

    private static String failure(String body) {
        Failed failed =
                (Failed) code(RUNTIME, body).request(Handlers.object("{}")).outcome();
        return failed.error().message();
    }

    private static Code code(AppSyncJs runtime, String body) {
        return runtime.compile(
                "x.js", "export const request = (ctx) => { %s }, response = () => null;".formatted(body));
    }
}
