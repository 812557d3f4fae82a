package com.amazonaws.services.lambda.runtime.api.client.runtimeapi;

import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Fetches events and sends answers in Java, where the runtime interface client does it in a native library that it has
 * for Linux only. It has the name and the methods of the class it stands for, which lies behind it on the class path.
 */
final class NativeClient {
    private static volatile String invocations = "";

    private NativeClient() {}

    static void init(String runtimeApi) {
        invocations = "http://" + runtimeApi + "/2018-06-01/runtime/invocation/";
    }

    static InvocationRequest next() {
        try {
            HttpURLConnection connection = open("next");
            try (InputStream in = connection.getInputStream()) {
                return request(connection, in.readAllBytes());
            }
        } catch (IOException e) {
            throw new LambdaRuntimeClientException("Failed to get next.", 0);
        }
    }

    private static InvocationRequest request(HttpURLConnection connection, byte[] event) {
        InvocationRequest request = new InvocationRequest();
        request.setId(connection.getHeaderField("Lambda-Runtime-Aws-Request-Id"));
        request.setXrayTraceId(connection.getHeaderField("Lambda-Runtime-Trace-Id"));
        request.setInvokedFunctionArn(connection.getHeaderField("Lambda-Runtime-Invoked-Function-Arn"));
        request.setDeadlineTimeInMs(Long.parseLong(connection.getHeaderField("Lambda-Runtime-Deadline-Ms")));
        request.setContent(event);
        return request;
    }

    static void postInvocationResponse(byte[] requestId, byte[] response) {
        int status;
        try {
            HttpURLConnection connection = open(new String(requestId, StandardCharsets.UTF_8) + "/response");
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(response.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(response);
            }
            status = connection.getResponseCode();
        } catch (IOException e) {
            status = 0;
        }
        if (status != HttpURLConnection.HTTP_ACCEPTED) {
            throw new LambdaRuntimeClientException("Failed to post invocation response.", status);
        }
    }

    private static HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) URI.create(invocations + path).toURL().openConnection();
    }
}
