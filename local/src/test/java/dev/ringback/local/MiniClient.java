package dev.ringback.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls what runs of a {@link MiniAssembly}. */
record MiniClient(HttpClient http) implements AutoCloseable {
    static MiniClient open() {
        return new MiniClient(HttpClient.newHttpClient());
    }

    /** Lets the function write into the table. */
    HttpResponse<String> write(LocalRuntime runtime) throws IOException, InterruptedException {
        return send(runtime.endpoints().apiUrl(), "{}");
    }

    HttpResponse<String> send(String url, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What the table holds. */
    String scan(LocalRuntime runtime) throws IOException, InterruptedException {
        String tables = aws(runtime, "ListTables", "{}");
        String table =
                new ObjectMapper().readTree(tables).path("TableNames").path(0).asText();
        return aws(runtime, "Scan", "{\"TableName\":\"" + table + "\"}");
    }

    /** Puts an item with nothing but an id. */
    void put(LocalRuntime runtime, String table, String id) throws IOException, InterruptedException {
        aws(runtime, "PutItem", "{\"TableName\":\"" + table + "\",\"Item\":{\"id\":{\"S\":\"" + id + "\"}}}");
    }

    private String aws(LocalRuntime runtime, String operation, String body) throws IOException, InterruptedException {
        return send(
                        runtime.endpoints().awsEndpoint(),
                        body,
                        "x-amz-target",
                        "DynamoDB_20120810." + operation,
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, Signature=0")
                .body();
    }

    @Override
    public void close() {
        http.close();
    }
}
