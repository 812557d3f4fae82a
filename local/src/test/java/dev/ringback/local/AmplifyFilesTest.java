package dev.ringback.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmplifyFilesTest {
    private static final String DEPLOYED = """
            {"version":"1.5","auth":{"user_pool_id":"pool"},
             "data":{"url":"http://127.0.0.1:1/graphql","default_authorization_type":"AMAZON_COGNITO_USER_POOLS"}}""";

    @TempDir
    private Path folder;

    @Test
    void leadToTheAddressWithTls() throws IOException {
        JsonNode outputs = written("https://localhost:2/graphql", "amplify_outputs.json");

        assertThat(outputs.at("/data/url").asText()).isEqualTo("https://localhost:2/graphql");
        assertThat(outputs.at("/auth/user_pool_id").asText()).isEqualTo("pool");
    }

    @Test
    void holdWhatTheFormatHasNoPlaceFor() throws IOException {
        JsonNode outputs = written("https://localhost:2/graphql", "amplify_outputs.json");

        assertThat(outputs.at("/custom/ringback/apiUrl").asText()).isEqualTo("api");
        assertThat(outputs.at("/custom/ringback/cognitoEndpoint").asText()).isEqualTo("cognito");
    }

    @Test
    void nameCognitosHostInTheOlderFormat() throws IOException {
        JsonNode older = written("https://localhost:443/graphql", "amplifyconfiguration.json");

        assertThat(older.at("/auth/plugins/awsCognitoAuthPlugin/CognitoUserPool/Default/Endpoint")
                        .asText())
                .isEqualTo("localhost");
        assertThat(older.at("/api/plugins/awsAPIPlugin/ringback/authorizationType")
                        .asText())
                .isEqualTo("AMAZON_COGNITO_USER_POOLS");
    }

    @Test
    void areGoneWithTheRuntime() throws IOException {
        written("https://localhost:2/graphql", "amplify_outputs.json");

        assertThat(folder).isEmptyDirectory();
    }

    private JsonNode written(String tlsUrl, String file) throws IOException {
        try (AmplifyFiles files = new AmplifyFiles(folder)) {
            files.write(
                    DEPLOYED,
                    new Endpoints(
                            "api", "", "us-east-1", "pool", "client", "cognito", "", "", "", "", "", tlsUrl, "", ""));
            return new ObjectMapper().readTree(folder.resolve(file).toFile());
        }
    }
}
