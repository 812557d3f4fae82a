package dev.ringback.infra.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ringback.infra.SynthRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema and the records that read it, which must not come apart. */
class SchemaTest {
    private static final Path REAL = Path.of("../environments");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Any other would be heeded by editors and overlooked by synth. */
    private static final Set<String> UNDERSTOOD = Set.of(
            "$schema",
            "$id",
            "title",
            "description",
            "type",
            "default",
            "enum",
            "minimum",
            "maximum",
            "pattern",
            "patternErrorMessage",
            "items",
            "properties",
            "additionalProperties",
            "propertyNames",
            "required");

    @TempDir
    private Path parent;

    static List<Setting> settings() {
        return Setting.allOf(schema());
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> real = Files.list(REAL);
                Stream<Path> ofTests = Files.list(Path.of("src/test/resources/environments"))) {
            return Stream.concat(real, ofTests).filter(Files::isRegularFile).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatTheSchemaNamesIsRead(Setting setting) throws IOException {
        JsonNode full = JSON.readTree(
                Path.of("src/test/resources/environments/full.json").toFile());
        plant(full, setting);
        assertThatExceptionOfType(SynthRefused.class)
                .as("read by a record: " + setting)
                .isThrownBy(() -> read(full))
                .withMessageStartingWith("environments/qa.json: " + exampleOf(setting) + " ");
    }

    @Test
    void whatTheSchemaDoesNotNameIsNotRead() {
        Section section =
                new Section("a.json", "calls.", JSON.createObjectNode(), new Rule(schema().at("/properties/calls")));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> section.number("ringMinutes"))
                .withMessage("The schema of environments has no key calls.ringMinutes");
    }

    @Test
    void whatIsReadIsRequiredOrHasADefault() {
        ObjectNode undecided = JSON.createObjectNode();
        undecided.putObject("properties").putObject("ringSeconds").put("type", "integer");
        Section section = new Section("a.json", "calls.", JSON.createObjectNode(), new Rule(undecided));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> section.number("ringSeconds"))
                .withMessage("The schema neither requires calls.ringSeconds nor has a default.");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingIsDescribedAndADefaultIsWithinItsLimits(Setting setting) {
        assertThat(setting.rule().schema().path("description").asText()).isNotBlank();
        assertThat(setting.rule().fallback().stream()).allMatch(setting.rule()::allows);
    }

    @Test
    void theSchemaUsesOnlyWhatSynthUnderstands() {
        Set<String> used = new TreeSet<>();
        keywords(schema(), used);
        assertThat(UNDERSTOOD).containsAll(used);
    }

    @Test
    void channelsAndLogRetentionAreThoseThatCdkKnows() {
        assertThat(schema().at("/properties/push/properties/channels/propertyNames/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Arrays.stream(PushChannel.values()).map(Enum::name).toList());
        assertThat(new Rule(schema().at("/properties/logRetentionDays")).numbers())
                .containsExactlyElementsOf(LogRetention.days());
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileIsValidForEditorsToo(Path file) throws IOException {
        assertThat(validator().validate(Files.readString(file), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatSynthRefusesAnEditorMarks(Setting setting) throws IOException {
        JsonNode full = JSON.readTree(
                Path.of("src/test/resources/environments/full.json").toFile());
        plant(full, setting);
        assertThat(validator().validate(full.toString(), InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aRealFileNamesTheSchema(Path file) throws IOException {
        if (file.startsWith(REAL)) {
            String named = JSON.readTree(file.toFile()).path("$schema").asText();
            assertThat(REAL.resolve(named)).isRegularFile();
        }
    }

    private static JsonNode schema() {
        return new EnvironmentFiles(REAL).schema().schema();
    }

    private static Schema validator() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(REAL.resolve("schema/environment.json")));
    }

    private static void plant(JsonNode file, Setting setting) {
        String path = exampleOf(setting);
        int dot = path.lastIndexOf('.');
        JsonNode holder = dot < 0 ? file : file.at("/" + path.substring(0, dot).replace('.', '/'));
        boolean list = setting.rule().schema().path("type").asText().equals("array");
        ((ObjectNode) holder).set(path.substring(dot + 1), list ? JSON.createObjectNode() : JSON.createArrayNode());
    }

    /** A place in the test's full file. */
    private static String exampleOf(Setting setting) {
        return setting.path().replace("<channel>", "APNS_VOIP").replace("<tag>", "team");
    }

    private static void keywords(JsonNode schema, Set<String> used) {
        schema.properties().forEach(entry -> {
            used.add(entry.getKey());
            switch (entry.getKey()) {
                case "properties" -> entry.getValue().forEach(property -> keywords(property, used));
                case "items", "propertyNames", "additionalProperties" -> keywords(entry.getValue(), used);
                default -> {}
            }
        });
    }

    private Settings read(JsonNode content) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("environments/schema"));
        Files.copy(REAL.resolve("schema/environment.json"), folder.resolve("environment.json"));
        Files.writeString(folder.resolveSibling("qa.json"), content.toString());
        return new EnvironmentFiles(folder.getParent()).read("qa");
    }
}
