package dev.ringback.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Configures Amplify apps for this machine, as long as the runtime is there: {@code amplify_outputs.json}, and {@code
 * amplifyconfiguration.json}, the older format, in which alone the libraries for Android and iOS look for the address of
 * a Cognito that is not Amazon's.
 */
final class AmplifyFiles implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final PublishedFile outputs;
    private final PublishedFile older;

    AmplifyFiles(Path folder) {
        outputs = new PublishedFile(folder.resolve("amplify_outputs.json"));
        older = new PublishedFile(folder.resolve("amplifyconfiguration.json"));
    }

    /**
     * @param deployed what the stacks' output says, which names the API by its plain address
     * @return the newer format's file
     */
    Path write(String deployed, Endpoints endpoints) throws IOException {
        ObjectNode here = (ObjectNode) json.readTree(deployed);
        here.withObject("/data").put("url", endpoints.graphqlTlsUrl());
        here.withObject("/custom/ringback")
                .put("apiUrl", endpoints.apiUrl())
                .put("cognitoEndpoint", endpoints.cognitoEndpoint());
        outputs.write(json.writeValueAsString(here) + "\n");
        older.write(json.writeValueAsString(older(here, endpoints)) + "\n");
        return outputs.path();
    }

    private ObjectNode older(JsonNode here, Endpoints endpoints) {
        ObjectNode configuration =
                json.createObjectNode().put("UserAgent", "aws-amplify-cli/2.0").put("Version", "1.0");
        configuration
                .withObject("/api/plugins/awsAPIPlugin/ringback")
                .put("endpointType", "GraphQL")
                .put("endpoint", endpoints.graphqlTlsUrl())
                .put("region", endpoints.region())
                .put(
                        "authorizationType",
                        here.at("/data/default_authorization_type").asText());
        configuration
                .withObject("/auth/plugins/awsCognitoAuthPlugin/CognitoUserPool/Default")
                .put("PoolId", endpoints.userPoolId())
                .put("AppClientId", endpoints.userPoolClientId())
                .put("Region", endpoints.region())
                .put("Endpoint", host(endpoints.graphqlTlsUrl()));
        configuration
                .withObject("/auth/plugins/awsCognitoAuthPlugin/Auth/Default")
                .put("authenticationFlowType", "USER_SRP_AUTH");
        return configuration;
    }

    // The libraries take a host alone and refuse a port, which beats falling back to Amazon's Cognito unnoticed.
    private static String host(String url) {
        URI address = URI.create(url);
        return address.getPort() == 443 ? address.getHost() : address.getAuthority();
    }

    @Override
    public void close() throws IOException {
        outputs.close();
        older.close();
    }
}
