package dev.ringback.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.local.aws.Account;
import dev.ringback.local.iam.AccessKeys;
import dev.ringback.local.testfunction.FunctionFolder;
import dev.ringback.local.testserver.TestPrincipal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortableClientTest {
    @TempDir
    Path folder;

    private final List<String> console = new CopyOnWriteArrayList<>();

    @Test
    void runsFunctionsWhereThereIsNoNativeClient() throws Exception {
        assertThat(invoke("TestHandler", false)).isEqualTo("{\"do\":\"echo\"}");
        assertThat(console).noneMatch(line -> line.contains("Failed to load"));
    }

    @Test
    void runsSnapshotHooksWhereThereIsNoNativeClient() throws Exception {
        assertThat(invoke("PrimedHandler", true)).isEqualTo("\"beforeCheckpoint afterRestore\"");
    }

    private String invoke(String handler, boolean snapStart) throws Exception {
        AccessKeys keys = new AccessKeys(Account.DEFAULT);
        RuntimeJars jars = RuntimeJars.portable(folder);
        try (InstanceStarter starter =
                        new InstanceStarter(jars, Account.DEFAULT, "http://127.0.0.1:1", keys, console::add);
                InstancePool pool = new InstancePool(spec(handler, snapStart), starter)) {
            var request = new Invocation.Request(
                    "id", "arn", TraceHeader.fresh(), "{\"do\":\"echo\"}".getBytes(StandardCharsets.UTF_8));
            return new String(pool.invoke(request).payload(), StandardCharsets.UTF_8);
        }
    }

    private FunctionSpec spec(String handler, boolean snapStart) {
        return new FunctionSpec(
                "portable",
                "arn",
                "portable",
                "1",
                "dev.ringback.local.testfunction." + handler + "::handleRequest",
                FunctionFolder.in(folder.resolve("function")),
                128,
                Duration.ofSeconds(10),
                Map.of(),
                TestPrincipal.ANYONE,
                snapStart,
                "logs",
                "Text",
                1);
    }
}
