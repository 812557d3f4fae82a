package dev.ringback.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The credentials of Bandwidth as an operator handles them: at Bandwidth, and in the secret. */
record BandwidthSecret(Backend backend, SecretsManagerClient secrets) implements AutoCloseable {
    static final List<String> CLIENT = List.of("clientId", "clientSecret");
    static final List<String> API_USER = List.of("username", "password");

    /** Fresh ones, beside those that there are. */
    JsonNode createAtBandwidth() throws Exception {
        return Http.post(url(), "").body();
    }

    /** All but the last ones that were created. */
    void revokeAtBandwidth() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url())).DELETE().build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        }
    }

    /** @param kind which of them the functions are to use */
    void store(JsonNode credentials, List<String> kind) throws Exception {
        ObjectNode secret = (ObjectNode) Http.JSON.readTree(text());
        secret.remove(CLIENT);
        secret.remove(API_USER);
        kind.forEach(field -> secret.set(field, credentials.path(field)));
        secrets.putSecretValue(put -> put.secretId(name()).secretString(secret.toString()));
    }

    String text() {
        return secrets.getSecretValue(get -> get.secretId(name())).secretString();
    }

    private static String name() {
        return "ringback-local/bandwidth";
    }

    private String url() {
        return backend.runtime().endpoints().bandwidthUrl() + "/_credentials";
    }

    @Override
    public void close() {
        secrets.close();
    }
}
