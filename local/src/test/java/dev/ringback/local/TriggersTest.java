package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TriggersTest {
    @TempDir
    private Path folder;

    private final List<String> console = new CopyOnWriteArrayList<>();
    private final MiniClient client = MiniClient.open();

    @AfterEach
    void closeClient() {
        client.close();
    }

    @Test
    void leadsFromATablesStreamThroughAQueueToAnEventBus() throws Exception {
        try (LocalRuntime runtime = start(TriggerAssembly.in(folder))) {
            client.put(runtime, "Things", "one");

            assertThat(awaitEvent(runtime)).contains("\"source\":\"test.relay\"", "\"detail\":{\"of\":\"queue\"}");
        }
    }

    @Test
    void firesAScheduleWhenTold() throws Exception {
        try (LocalRuntime runtime = start(TriggerAssembly.in(folder))) {
            client.send(runtime.endpoints().eventsUrl() + "/_rules", "{\"rule\":\"Sweep\"}");

            assertThat(awaitEvent(runtime)).contains("\"detail\":{\"of\":\"schedule\"}");
        }
    }

    @Test
    void listsItsQueues() throws Exception {
        try (LocalRuntime runtime = start(TriggerAssembly.in(folder))) {
            assertThat(get(runtime.endpoints().awsEndpoint() + "/_queues"))
                    .matches("\\{\"queues\":\\[\\{\"name\":\"Calls-Jobs-\\w+\",\"visible\":0,\"inFlight\":0,"
                            + "\"delayed\":0}]}");
        }
    }

    @Test
    void doesNotStartWithAMappingThatLambdaWouldRefuse() {
        LocalOptions options = options(TriggerAssembly.withoutPermission(folder));

        assertThatThrownBy(() -> LocalRuntime.start(options).close())
                .hasMessageStartingWith("Calls, FromTable (AWS::Lambda::EventSourceMapping): Cannot access stream"
                        + " arn:aws:dynamodb:us-east-1:000000000000:table/Things/stream/");
    }

    private LocalRuntime start(Path assembly) throws Exception {
        return LocalRuntime.start(options(assembly));
    }

    private LocalOptions options(Path assembly) {
        return LocalOptions.of(assembly, folder.resolve("endpoints.json"), console::add);
    }

    private String awaitEvent(LocalRuntime runtime) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String events = "";
        while (!events.contains("test.relay") && System.nanoTime() < end) {
            events = get(runtime.endpoints().eventsUrl() + "?bus=relayed");
            Thread.sleep(20);
        }
        assertThat(events).as(String.join("\n", console)).contains("test.relay");
        return events;
    }

    private String get(String url) throws Exception {
        return client.http()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
