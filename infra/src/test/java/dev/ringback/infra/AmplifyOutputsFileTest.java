package dev.ringback.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that makes an app's configuration of a deployment's outputs. */
class AmplifyOutputsFileTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void holdsWhatTheDirectoryStackSaysAndTheAddressOfTheHttpApi() throws Exception {
        JsonNode file = JSON.readTree(run("""
                {"ringback-dev-Directory": {"AmplifyOutputs": "{\\"version\\":\\"1.5\\",\\"data\\":{\\"url\\":\\"u\\"}}"},
                 "ringback-dev-Calling": {"ApiUrl": "https://a.example.com/api"}}""", 0));

        assertThat(file).isEqualTo(JSON.readTree("""
                {"version": "1.5", "data": {"url": "u"}, "custom": {"ringback": {"apiUrl": "https://a.example.com/api"}}}"""));
    }

    @Test
    void refusesTheOutputsOfHalfADeployment() throws Exception {
        assertThat(run("{\"ringback-dev-Calling\": {\"ApiUrl\": \"https://a.example.com/api\"}}", 1))
                .endsWith("lacks outputs of the Directory or the Calling stack; deploy them all.\n");
    }

    private String run(String outputs, int exitCode) throws Exception {
        Path file = Files.writeString(folder.resolve("outputs.json"), outputs);
        Process node = new ProcessBuilder("node", "amplify-outputs.mjs", file.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(node.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(printed).isEqualTo(exitCode);
        return printed;
    }
}
