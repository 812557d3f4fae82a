package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.gateway.PortInUseException;
import dev.ringback.local.tls.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRuntimeTest {
    @TempDir
    Path folder;

    private final List<String> console = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void closeClient() {
        client.close();
    }

    @Test
    void runsARequestThroughApiFunctionAndTable() throws Exception {
        try (LocalRuntime runtime = start(MiniAssembly.in(folder))) {
            HttpResponse<String> answer = post(runtime);

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
            HttpResponse<String> answer = post(runtime);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("AccessDeniedException", "dynamodb:PutItem");
        }
    }

    @Test
    void refusesTheApiAFunctionThatDoesNotPermitIt() throws Exception {
        try (LocalRuntime runtime = start(MiniAssembly.in(folder, "dynamodb:PutItem", "others"))) {
            HttpResponse<String> answer = post(runtime);

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
            assertThat(console).anySatisfy(line -> assertThat(line).contains("apigateway.amazonaws.com"));
        }
    }

    @Test
    void makesCallsFailAsPlanned() throws Exception {
        try (LocalRuntime runtime = start(MiniAssembly.in(folder))) {
            send(runtime.endpoints().awsEndpoint() + "/_faults", "{\"path\":\"dynamodb/PutItem\",\"status\":500}");

            assertThat(post(runtime).statusCode()).isEqualTo(500);
            assertThat(post(runtime).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tellsWhereThingsAreAsLongAsTheyAreThere() throws Exception {
        try (LocalRuntime runtime = start(MiniAssembly.in(folder))) {
            var written = new ObjectMapper().readValue(endpointsFile().toFile(), Endpoints.class);

            assertThat(written).isEqualTo(runtime.endpoints());
            assertThat(written.region()).isEqualTo("us-east-1");
            assertThat(written.apiUrl())
                    .startsWith(written.awsEndpoint() + "/apis/")
                    .endsWith("/things");
        }
        assertThat(endpointsFile()).doesNotExist();
        assertThat(folder.resolve("ca.pem")).doesNotExist();
    }

    @Test
    void servesTheSameWithTlsToThoseWhoTrustItsCertificate() throws Exception {
        try (LocalRuntime runtime = start(MiniAssembly.in(folder));
                HttpClient trusting = Trust.client(Path.of(runtime.endpoints().caCertificate()))) {
            String plain = runtime.endpoints().graphqlTlsUrl();
            assertThat(plain).startsWith("https://localhost:").endsWith("/writer");

            HttpResponse<String> answer = trusting.send(
                    HttpRequest.newBuilder(URI.create(plain.replace("/writer", "/_faults")))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsItsCertificateWithTheData() throws Exception {
        MiniAssembly.in(folder);
        LocalOptions keeping = inFolder().keepingDataIn(folder.resolve("data"));

        assertThat(certificate(keeping)).isEqualTo(certificate(keeping)).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(certificate(inFolder())).isNotEqualTo(certificate(keeping));
    }

    private static String certificate(LocalOptions options) throws Exception {
        try (LocalRuntime runtime = LocalRuntime.start(options)) {
            return Files.readString(Path.of(runtime.endpoints().caCertificate()));
        }
    }

    @Test
    void saysThatTheTlsPortIsInUse() throws Exception {
        MiniAssembly.in(folder);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LocalOptions onItsPort = inFolder().onTlsPort(other.getLocalPort());

            assertThatThrownBy(() -> LocalRuntime.start(onItsPort).close())
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageEndingWith("is in use by another program; choose another with --tls-port.");
        }
    }

    @Test
    void keepsDataFromRunToRun() throws Exception {
        MiniAssembly.in(folder);
        LocalOptions keeping = inFolder().keepingDataIn(folder.resolve("data"));
        try (LocalRuntime runtime = LocalRuntime.start(keeping)) {
            post(runtime);
        }

        try (LocalRuntime runtime = LocalRuntime.start(keeping)) {
            assertThat(scan(runtime)).contains("\"Count\":1");
        }
    }

    @Test
    void saysThatThePortIsInUse() throws Exception {
        MiniAssembly.in(folder);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LocalOptions onItsPort = inFolder().onPort(other.getLocalPort());

            assertThatThrownBy(() -> LocalRuntime.start(onItsPort).close())
                    .isInstanceOf(PortInUseException.class)
                    .hasMessage("Port " + other.getLocalPort()
                            + " of 127.0.0.1 is in use by another program; choose another with --port.");
        }
    }

    @Test
    void watchesNoFolderWithoutASchema() {
        MiniAssembly.in(folder);

        assertThatThrownBy(() -> LocalRuntime.start(inFolder().watching(folder)).close())
                .hasMessage("There is no schema.graphql in " + folder
                        + "; --watch takes the folder of the GraphQL schema.");
    }

    @Test
    void leavesNothingRunningWhenAStackFails() throws Exception {
        MiniAssembly.in(folder);
        Path template = folder.resolve("Api.template.json");
        Files.writeString(
                template, Files.readString(template).replace("AWS::ApiGatewayV2::Stage", "AWS::Chime::Phone"));
        LocalOptions onFreePort = inFolder().onPort(freePort());

        assertThatThrownBy(() -> LocalRuntime.start(onFreePort).close())
                .hasMessage("Api: Stage is of type AWS::Chime::Phone, which the local runtime does not know.");
        assertThatThrownBy(() -> send("http://127.0.0.1:" + onFreePort.port(), ""))
                .isInstanceOf(IOException.class);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Path endpointsFile() {
        return folder.resolve("endpoints.json");
    }

    private LocalRuntime start(Path assembly) throws Exception {
        return LocalRuntime.start(LocalOptions.of(assembly, endpointsFile(), console::add));
    }

    private LocalOptions inFolder() {
        return LocalOptions.of(folder, endpointsFile(), console::add);
    }

    private HttpResponse<String> post(LocalRuntime runtime) throws Exception {
        return send(runtime.endpoints().apiUrl(), "{}");
    }

    private HttpResponse<String> send(String url, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String scan(LocalRuntime runtime) throws Exception {
        String tables = aws(runtime, "ListTables", "{}");
        String table =
                new ObjectMapper().readTree(tables).path("TableNames").path(0).asText();
        return aws(runtime, "Scan", "{\"TableName\":\"" + table + "\"}");
    }

    private String aws(LocalRuntime runtime, String operation, String body) throws Exception {
        return send(
                        runtime.endpoints().awsEndpoint(),
                        body,
                        "x-amz-target",
                        "DynamoDB_20120810." + operation,
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, Signature=0")
                .body();
    }
}
