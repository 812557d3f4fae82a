package dev.ringback.pushnotifier.pinpoint;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
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
    private static final Path FOLDER = Path.of("../../docs/push");
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(
                    "urn:ringback:push:fcm-v1", read("fcm-v1.schema.json"),
                    "urn:ringback:push:apns", read("apns.schema.json"))));

    /** What is wrong with an FCM message; nothing if it is as documented. */
    List<String> faultsOfFcm(String message) {
        return faults("urn:ringback:push:fcm-v1", message);
    }

    /** @param form as the schema names it: voip, alert or background */
    List<String> faultsOfApns(String form, String body) {
        return faults("urn:ringback:push:apns#/$defs/" + form + "Payload", body);
    }

    private List<String> faults(String location, String text) {
        Schema schema = registry.getSchema(SchemaLocation.of(location));
        return schema.validate(text, InputFormat.JSON).stream()
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
