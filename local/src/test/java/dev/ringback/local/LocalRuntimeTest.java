package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRuntimeTest {
    @TempDir
    private Path folder;

    private final List<String> console = new CopyOnWriteArrayList<>();
    private final MiniClient client = MiniClient.open();

    @AfterEach
    void closeClient() {
        client.close();
    }

    @Test
    void runsARequestThroughApiFunctionAndTable() throws Exception {
        try (LocalRuntime runtime = start(MiniAssembly.in(folder))) {
            HttpResponse<String> answer = client.write(runtime);

            assertThat(answer.body()).isEqualTo("stored");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("x-test")).contains("yes");
            assertThat(runtime.journal().entries()).anySatisfy(entry -> {
                assertThat(entry.target()).isEqualTo("dynamodb/PutItem");
                assertThat(entry.principal())
                        .matches("arn:aws:sts::000000000000:assumed-role/Api-Role-[0-9a-z]+/writer");
            });
        }
    }

    @Test
    void refusesTheFunctionWhatItsRoleDoesNotAllow() throws Exception {
        try (LocalRuntime runtime = start(MiniAssembly.in(folder, "dynamodb:GetItem", "things"))) {
            HttpResponse<String> answer = client.write(runtime);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("AccessDeniedException", "dynamodb:PutItem");
        }
    }

    @Test
    void refusesTheApiAFunctionThatDoesNotPermitIt() throws Exception {
        try (LocalRuntime runtime = start(MiniAssembly.in(folder, "dynamodb:PutItem", "others"))) {
            HttpResponse<String> answer = client.write(runtime);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
            assertThat(console).anySatisfy(line -> assertThat(line).contains("apigateway.amazonaws.com"));
        }
    }

    @Test
    void makesCallsFailAsPlanned() throws Exception {
        try (LocalRuntime runtime = start(MiniAssembly.in(folder))) {
            client.send(
                    runtime.endpoints().awsEndpoint() + "/_faults", "{\"path\":\"dynamodb/PutItem\",\"status\":500}");

            assertThat(client.write(runtime).statusCode()).isEqualTo(500);
            assertThat(client.write(runtime).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsDataFromRunToRun() throws Exception {
        LocalOptions keeping = options(MiniAssembly.in(folder)).keepingDataIn(folder.resolve("data"));
        try (LocalRuntime runtime = LocalRuntime.start(keeping)) {
            client.write(runtime);
        }

        try (LocalRuntime runtime = LocalRuntime.start(keeping)) {
            assertThat(client.scan(runtime)).contains("\"Count\":1");
        }
    }

    private LocalRuntime start(Path assembly) throws Exception {
        return LocalRuntime.start(options(assembly));
    }

    private LocalOptions options(Path assembly) {
        return LocalOptions.of(assembly, folder.resolve("endpoints.json"), console::add);
    }
}
