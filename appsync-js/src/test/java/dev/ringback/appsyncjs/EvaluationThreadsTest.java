package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EvaluationThreadsTest {
    private static final Duration NEVER_OVER = Duration.ofMinutes(10);
    private static final String ENDLESS = """
            export const request = (ctx) => { const list = [1]; for (const each of list) { list.push(each); } };
            export const response = () => 1;
            """;

    @Test
    void leaveVirtualThreadsTheirCarriers() throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        // The runtime is closed first, which ends the handlers that the threads wait for.
        try (ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor();
                AppSyncJs runtime = AppSyncJs.start(Clock.systemUTC(), NEVER_OVER)) {
            Code code = runtime.compile("x.js", ENDLESS);
            List<Future<Evaluation>> endless = Stream.generate(
                            () -> virtual.submit(() -> code.request(Handlers.object("{}"))))
                    .limit(processors + 1)
                    .toList();
            Future<String> other = virtual.submit(() -> {
                for (int step = 0; step < 20; step++) {
                    Thread.sleep(20);
                }
                return "done";
            });
            assertThat(other.get(30, TimeUnit.SECONDS)).isEqualTo("done");
            assertThat(endless).noneMatch(Future::isDone);
        }
    }
}
