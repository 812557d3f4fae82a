package dev.ringback.infra.environment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.docs.GeneratedBlock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The table of settings in {@code docs/environments.md} is the schema's. */
@Tag("docs")
class SettingsTableTest {

    @Test
    void thePageHasEverySetting() throws IOException {
        JsonNode schema =
                new EnvironmentFiles(Path.of("../environments")).schema().schema();
        String rows = Setting.allOf(schema).stream().map(SettingsTableTest::row).collect(Collectors.joining());
        GeneratedBlock.in("environments.md", "settings")
                .mustSay("| key | meaning | values | default |\n| --- | --- | --- | --- |\n" + rows);
    }

    private static String row(Setting setting) {
        JsonNode schema = setting.rule().schema();
        return "| `%s` | %s | %s | %s |\n"
                .formatted(setting.path(), schema.path("description").asText(), values(schema), fallback(setting));
    }

    private static String values(JsonNode schema) {
        return switch (schema.path("type").path(0).asText(schema.path("type").asText())) {
            case "boolean" -> "`true`, `false`";
            case "integer" ->
                schema.has("enum")
                        ? listed(schema.path("enum"))
                        : schema.path("minimum") + "–" + schema.path("maximum");
            case "array" -> "list: " + message(schema.path("items"));
            case "object" -> object(schema);
            default -> message(schema);
        };
    }

    private static String object(JsonNode schema) {
        JsonNode names = schema.path("propertyNames");
        if (names.has("enum")) {
            return "object by " + names.path("title").asText() + ": " + listed(names.path("enum"));
        }
        return names.has("pattern") ? "object of texts" : "object, `null`";
    }

    private static String listed(JsonNode values) {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append(text.isEmpty() ? "" : ", ")
                .append(value.isTextual() ? "`" + value.asText() + "`" : value.asText()));
        return text.toString();
    }

    private static String message(JsonNode schema) {
        return schema.path("patternErrorMessage").asText().replaceFirst("^must be ", "");
    }

    private static String fallback(Setting setting) {
        if (setting.required()) {
            return "required";
        }
        return setting.rule().fallback().map(value -> "`" + value + "`").orElse("");
    }
}
