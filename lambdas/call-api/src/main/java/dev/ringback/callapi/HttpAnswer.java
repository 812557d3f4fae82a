package dev.ringback.callapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** An answer as API Gateway's HTTP API takes it from a function. */
record HttpAnswer(int status, byte[] body) {
    private static final JsonFactory JSON = new JsonFactory();

    void writeTo(OutputStream output) throws IOException {
        try (JsonGenerator generator = JSON.createGenerator(output)) {
            generator.writeStartObject();
            generator.writeNumberField("statusCode", status);
            generator.writeObjectFieldStart("headers");
            generator.writeStringField("content-type", "application/json");
            // Answers carry tokens.
            generator.writeStringField("cache-control", "no-store");
            generator.writeEndObject();
            generator.writeStringField("body", new String(body, StandardCharsets.UTF_8));
            generator.writeBooleanField("isBase64Encoded", false);
            generator.writeEndObject();
        }
    }
}
