package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.appsyncjs.Evaluation.Failed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TimeLimitTest {
    private static final AppSyncJs RUNTIME = AppSyncJs.start(Clock.systemUTC(), Duration.ofMillis(1500));

    private static final String ENDLESS = "const list = [1]; for (const each of list) { list.push(each); }";
    private static final String ENDLESS_PATTERN =
            "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.replace('(.*a){25}b', '')";

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
        assertThat(code("return 'aa'.replace('a+', 'b');")
                        .request(Handlers.object("{}"))
                        .outcome())
                .hasToString("Returned[value=\"b\"]");
    }

    @Test
    void leavesVirtualThreadsTheirCarriers() throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> stopped = Stream.generate(() -> virtual.submit(() -> failure(ENDLESS)))
                    .limit(processors + 1)
                    .toList();
            Future<Boolean> other = virtual.submit(() -> {
                for (int step = 0; step < 20; step++) {
                    Thread.sleep(20);
                }
                return stopped.stream().noneMatch(Future::isDone);
            });
            assertThat(other.get()).isTrue();
            for (Future<String> each : stopped) {
                assertThat(each.get()).isEqualTo("x.js: stopped after 1500 ms");
            }
        }
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
