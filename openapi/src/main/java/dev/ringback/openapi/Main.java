package dev.ringback.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the API's description, and refuses a change that breaks apps; {@code accept} takes it as released. */
final class Main {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DESCRIPTION = Path.of("openapi", "target", "openapi.json");
    private static final Path RELEASED = Path.of("docs", "api", "released.json");

    private Main() {}

    /** @param arguments {@code describe} or {@code accept} */
    public static void main(String... arguments) throws IOException {
        try {
            switch (String.join(" ", arguments)) {
                case "describe" -> describe(Path.of(""));
                case "accept" -> accept(Path.of(""));
                default -> throw new ApiRefused("Arguments: describe, or accept.");
            }
        } catch (ApiRefused e) {
            // Maven's mark, by which ./ringback finds what to show.
            System.err.println("[ERROR] " + e.getMessage());
            System.exit(1);
        }
    }

    /** @throws ApiRefused if it breaks apps of the released API; it is written all the same */
    static void describe(Path root) throws IOException {
        JsonNode description = written(root, DESCRIPTION);
        JsonNode released = JSON.readTree(root.resolve(RELEASED).toFile());
        List<String> breaks = new BreakingChanges(released, description).sentences();
        if (!breaks.isEmpty()) {
            throw new ApiRefused("This breaks apps of the released API (" + RELEASED + "): " + String.join(" ", breaks)
                    + " If no app relies on it, accept it with ./ringback accept-api.");
        }
    }

    static void accept(Path root) throws IOException {
        written(root, RELEASED);
    }

    private static JsonNode written(Path root, Path file) throws IOException {
        Path actions = root.toAbsolutePath();
        JsonNode description = new ApiDescription(new BuiltActions(actions, new RecordSchemas()).read()).toJson();
        Files.createDirectories(root.resolve(file).toAbsolutePath().getParent());
        Files.writeString(root.resolve(file), description.toPrettyString() + "\n");
        return description;
    }
}
