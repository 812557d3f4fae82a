package dev.ringback.local.dynamodb;

import com.amazonaws.services.dynamodbv2.local.monitoring.Telemetry;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import dev.ringback.local.http.HttpAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Amazon's DynamoDB Local, inside this process. */
public final class DynamoDbServer implements AutoCloseable {
    private static final String CONTENT_TYPE = "application/x-amz-json-1.0";
    // Only its form is looked at; all keys and regions share one database.
    private static final String AUTHORIZATION = "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/"
            + "aws4_request, SignedHeaders=host, Signature=0";
    private static final List<String> PASSED_ON = List.of("content-type", "x-amzn-requestid", "x-amz-crc32");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** Held, because a logger nobody holds forgets its level: it says at length which base64 encoder it takes. */
    private final Logger encoder = Logger.getLogger("com.amazonaws.util.Base64");

    private final Server server;
    private final LocalDynamoDBServerHandler database;
    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private DynamoDbServer(Server server, LocalDynamoDBServerHandler database, int port) {
        this.server = server;
        this.database = database;
        this.address = URI.create("http://127.0.0.1:" + port + "/");
        encoder.setLevel(Level.OFF);
    }

    /** @param folder where tables are kept, or empty for memory */
    public static DynamoDbServer start(Optional<Path> folder) throws Exception {
        Telemetry.configureTelemetry("", "", false);
        Server server = new Server();
        // Not Amazon's own server around it: that one listens on every address of the machine.
        ServerConnector connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        LocalDynamoDBServerHandler database = new LocalDynamoDBServerHandler(
                new LocalDynamoDBRequestHandler(
                        0, folder.isEmpty(), folder.map(Path::toString).orElse(null), true, false),
                null);
        server.setHandler(database);
        server.start();
        return new DynamoDbServer(server, database, connector.getLocalPort());
    }

    /** @param operation {@code DynamoDB_20120810.GetItem} */
    HttpAnswer send(String operation, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LONGEST)
                .header("content-type", CONTENT_TYPE)
                .header("x-amz-target", operation)
                .header("authorization", AUTHORIZATION)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        Map<String, String> headers = new HashMap<>();
        PASSED_ON.forEach(name -> response.headers().firstValue(name).ifPresent(value -> headers.put(name, value)));
        return new HttpAnswer(response.statusCode(), headers, response.body());
    }

    @Override
    public void close() {
        try {
            client.shutdownNow();
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop.", e);
        } finally {
            database.close();
        }
    }
}
