package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.local.tls.Trust;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenFilesTest {
    @TempDir
    private static Path shared;

    private static LocalRuntime runtime;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        runtime = LocalRuntime.start(options(shared));
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @Test
    void tellWhereThingsAre() throws Exception {
        assertThat(new ObjectMapper().readValue(shared.resolve("endpoints.json").toFile(), Endpoints.class))
                .isEqualTo(runtime.endpoints());
    }

    @Test
    void tellTheApisAddressAtTheGateway() {
        assertThat(runtime.endpoints().apiUrl())
                .startsWith(runtime.endpoints().awsEndpoint() + "/apis/")
                .endsWith("/things");
    }

    @Test
    void tellTheSameAddressWithTls() {
        assertThat(runtime.endpoints().graphqlTlsUrl()).matches("https://localhost:\\d+/writer");
    }

    @Test
    void letClientsTrustTheCertificate() throws Exception {
        try (HttpClient trusting = Trust.client(Path.of(runtime.endpoints().caCertificate()))) {
            URI faults = URI.create(runtime.endpoints().graphqlTlsUrl()).resolve("/_faults");

            HttpResponse<String> answer =
                    trusting.send(HttpRequest.newBuilder(faults).build(), HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void goWithTheRuntime() throws Exception {
        LocalRuntime.start(options(folder)).close();

        assertThat(folder.resolve("endpoints.json")).doesNotExist();
        assertThat(folder.resolve("ca.pem")).doesNotExist();
    }

    @Test
    void holdTheSameCertificateAsLongAsThereIsTheData() throws Exception {
        LocalOptions keeping = options(folder).keepingDataIn(folder.resolve("data"));

        assertThat(certificate(keeping)).isEqualTo(certificate(keeping)).startsWith("-----BEGIN CERTIFICATE-----");
    }

    @Test
    void holdACertificateOfItsOwnWithoutData() throws Exception {
        assertThat(certificate(options(folder))).isNotEqualTo(certificate(options(folder)));
    }

    private static String certificate(LocalOptions options) throws Exception {
        try (LocalRuntime another = LocalRuntime.start(options)) {
            return Files.readString(Path.of(another.endpoints().caCertificate()));
        }
    }

    private static LocalOptions options(Path folder) {
        return LocalOptions.of(MiniAssembly.in(folder), folder.resolve("endpoints.json"), line -> {});
    }
}
