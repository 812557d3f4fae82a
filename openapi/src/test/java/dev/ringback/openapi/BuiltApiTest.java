package dev.ringback.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The description of the actions as they are built. */
class BuiltApiTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final List<DescribedAction> actions = new BuiltActions(ROOT, new RecordSchemas()).read();
    private final JsonNode description = new ApiDescription(actions).toJson();

    @Test
    void hasEveryAction() throws IOException {
        assertThat(actions).extracting(action -> kebab(action.name())).containsExactlyInAnyOrderElementsOf(modules());
    }

    @Test
    void documentationHasEveryAction() throws IOException {
        String api = Files.readString(ROOT.resolve("docs/api.md"));
        assertThat(actions).allSatisfy(action -> assertThat(api).contains("| `" + action.name() + "` |"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(description.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void aRequestTellsItsActionsFieldsAnswerAndErrors() {
        JsonNode request = description.at("/components/schemas/EndCallRequest");
        assertThat(request.at("/properties/action/const").asText()).isEqualTo("endCall");
        assertThat(request.path("required").toString()).isEqualTo("[\"action\",\"clientId\"]");
        assertThat(request.path("x-answer").asText()).isEqualTo("#/components/schemas/EndCallAnswer");
        assertThat(request.path("x-errors").toString()).isEqualTo("[\"DEVICE_NOT_FOUND\",\"CALL_NOT_FOUND\"]");
    }

    @Test
    void aPathTellsTheErrorsOfItsActionsByStatus() {
        assertThat(description
                        .at("/paths/~1api/post/responses/404/content/application~1json/schema/properties/error/enum")
                        .toString())
                .isEqualTo("[\"DEVICE_NOT_FOUND\",\"CALL_NOT_FOUND\",\"USER_NOT_FOUND\"]");
    }

    private static List<String> modules() throws IOException {
        try (var folders = Files.list(ROOT.resolve("lambdas/actions"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }
    }

    private static String kebab(String action) {
        return action.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
