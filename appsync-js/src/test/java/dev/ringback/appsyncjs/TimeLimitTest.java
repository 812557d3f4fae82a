package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.appsyncjs.Evaluation.Failed;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TimeLimitTest {
    private static final AppSyncJs RUNTIME = AppSyncJs.start(Clock.systemUTC(), Duration.ofMillis(1500));

    private static final String ENDLESS = "const list = [1]; for (const each of list) { list.push(each); }";
    private static final String ENDLESS_PATTERN = "'%s!'.replace('(.*a){25}b', '')".formatted("a".repeat(60));

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

    @Test
    void leavesTheThreadAsItWas() {
        failure(ENDLESS_PATTERN);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void goesOnWithOtherHandlersAfterwards() {
        failure(ENDLESS);
        assertThat(code("return 1;").request(Handlers.object("{}")).outcome()).hasToString("Returned[value=1]");
    }

    @Test
    void givesTheStashOfBeforeForAHandlerThatWasStopped() {
        assertThat(code("ctx.stash.a = 2; " + ENDLESS)
                        .request(Handlers.object("{\"stash\":{\"a\":1}}"))
                        .stash())
                .hasToString("{\"a\":1}");
    }

    private static String failure(String body) {
        Failed failed = (Failed) code(body).request(Handlers.object("{}")).outcome();
        return failed.error().message();
    }

    private static Code code(String body) {
        return RUNTIME.compile(
                "x.js", "export const request = (ctx) => { %s }, response = () => null;".formatted(body));
    }
}
