package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ClosedRuntimeTest {
    private static final Duration LONGEST_END = Duration.ofSeconds(10);
    private static final String CLOSED = "the APPSYNC_JS runtime is closed";
    private static final String HANDLERS = """
            export const request = (ctx) => { const list = [1]; for (const each of list) { list.push(each); } };
            export const response = () => 1;
            """;

    private final AppSyncJs runtime = AppSyncJs.start();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void runsNoHandlers() {
        Code code = runtime.compile("x.js", HANDLERS);
        runtime.close();
        assertThatThrownBy(() -> code.response(Handlers.object("{}")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(CLOSED);
    }

    @Test
    void takesNoCode() {
        runtime.close();
        assertThatThrownBy(() -> runtime.compile("x.js", HANDLERS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(CLOSED);
    }

    @Test
    void stopsHandlersThatRunAndThoseThatWait() throws Exception {
        Code code = runtime.compile("x.js", HANDLERS);
        int many = Runtime.getRuntime().availableProcessors() + 2;
        CountDownLatch started = new CountDownLatch(many);
        Executor thread = task -> Thread.ofVirtual().start(task);
        List<CompletableFuture<Evaluation>> endless = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> {
                            started.countDown();
                            return code.request(Handlers.object("{}"));
                        },
                        thread))
                .limit(many)
                .toList();
        started.await();
        runtime.close();
        assertThat(endless)
                .allSatisfy(each -> assertThatThrownBy(each::join).cause().hasMessage(CLOSED));
    }

    @Test
    void leavesNoThreads() throws InterruptedException {
        Set<Thread> before = threads();
        AppSyncJs other = AppSyncJs.start();
        other.compile("x.js", HANDLERS).response(Handlers.object("{}"));
        other.close();
        Set<Thread> left = threads();
        left.removeAll(before);
        // A pool counts as ended a moment before its last thread is.
        for (Thread each : left) {
            assertThat(each.join(LONGEST_END)).as(each.getName()).isTrue();
        }
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("appsync-js"))
                .collect(Collectors.toSet());
    }
}
