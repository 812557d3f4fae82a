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

/** A function that answers a stream with a message to a queue, and a queue or a schedule with an event on a bus. */
public final class RelayHandler implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (event.contains("\"eventSource\":\"aws:dynamodb\"")) {
            call(
                    "sqs",
                    "AmazonSQS.SendMessage",
                    "{\"QueueUrl\":\"" + System.getenv("QUEUE_URL") + "\",\"MessageBody\":\"from the stream\"}");
        } else {
            call("events", "AWSEvents.PutEvents", "{\"Entries\":[" + entry(event) + "]}");
        }
        out.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    private static String entry(String event) {
        return "{\"Source\":\"test.relay\",\"DetailType\":\"Relayed\",\"EventBusName\":\"" + System.getenv("BUS")
                + "\",\"Detail\":\"{\\\"of\\\":\\\"" + (event.contains("aws:sqs") ? "queue" : "schedule") + "\\\"}\"}";
    }

    private static void call(String service, String target, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("AWS_ENDPOINT_URL")))
                .header("content-type", "application/x-amz-json-1.0")
                .header("x-amz-target", target)
                .header("x-amz-security-token", System.getenv("AWS_SESSION_TOKEN"))
                .header(
                        "authorization",
                        "AWS4-HMAC-SHA256 Credential=" + System.getenv("AWS_ACCESS_KEY_ID") + "/20260101/us-east-1/"
                                + service + "/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
