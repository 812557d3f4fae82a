package dev.ringback.local.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The schemas of docs/push, by which apps may rely on what they get. */
final class PushSchemas {
    private static final Path FOLDER = Path.of("../docs/push");
    private static final String FCM = "urn:ringback:push:fcm-v1";
    private static final String APNS = "urn:ringback:push:apns";

    private PushSchemas() {}

    /** What is wrong with a push that lies in the inbox; nothing if it is as documented. */
    static List<String> faultsOf(JsonNode push) {
        return push.path("channelType").asText().equals("GCM") ? faults(FCM, push.path("payload")) : faults(APNS, push);
    }

    private static List<String> faults(String location, JsonNode node) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(FCM, read("fcm-v1.schema.json"), APNS, read("apns.schema.json"))));
        return registry.getSchema(SchemaLocation.of(location)).validate(node.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
