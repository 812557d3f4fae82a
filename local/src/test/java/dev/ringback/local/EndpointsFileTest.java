package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointsFileTest {
    @TempDir
    private Path folder;

    @Test
    void isThereAsLongAsTheRuntimeIs() throws IOException {
        Path path = folder.resolve("endpoints.json");
        try (EndpointsFile file = new EndpointsFile(path)) {
            file.write(at("http://127.0.0.1:1"));

            assertThat(path).content().contains("\"apiUrl\" : \"http://127.0.0.1:1/api\"");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void leavesTheAddressesOfAnotherRuntime() throws IOException {
        Path path = folder.resolve("endpoints.json");
        EndpointsFile later = new EndpointsFile(path);
        try (EndpointsFile earlier = new EndpointsFile(path)) {
            earlier.write(at("http://127.0.0.1:1"));
            later.write(at("http://127.0.0.1:2"));
        }

        assertThat(path).content().contains("http://127.0.0.1:2");
        later.close();
    }

    private static Endpoints at(String url) {
        return new Endpoints(
                url + "/api", url, "us-east-1", "pool", "client", url, url, url, url, url, url, url, url, url);
    }
}
