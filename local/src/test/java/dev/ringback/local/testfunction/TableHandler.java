package dev.ringback.local.testfunction;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A function behind an HTTP API that puts an item into a table, signed as an SDK would, without its weight. */
public final class TableHandler implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        HttpResponse<String> stored = put(System.getenv("TABLE"));
        String body = stored.statusCode() == 200 ? "stored" : stored.body().replace("\"", "'");
        out.write(("{\"statusCode\":" + stored.statusCode() + ",\"headers\":{\"x-test\":\"yes\"},\"body\":\"" + body
                        + "\"}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<String> put(String table) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("AWS_ENDPOINT_URL")))
                .header("content-type", "application/x-amz-json-1.0")
                .header("x-amz-target", "DynamoDB_20120810.PutItem")
                .header("x-amz-security-token", System.getenv("AWS_SESSION_TOKEN"))
                .header(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=" + System.getenv("AWS_ACCESS_KEY_ID") + "/20260101/"
                                + System.getenv("AWS_REGION")
                                + "/dynamodb/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"TableName\":\"" + table + "\",\"Item\":{\"id\":{\"S\":\"one\"}}}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
