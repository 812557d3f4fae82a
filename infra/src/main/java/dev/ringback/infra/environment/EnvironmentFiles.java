package dev.ringback.infra.environment;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ringback.infra.SynthRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder {@code environments}: one JSON file an environment, named after it. */
public final class EnvironmentFiles {
    private static final Pattern FILE_NAME = Pattern.compile("[a-z][a-z0-9-]{0,19}\\.json");
    private static final String SCHEMA = "schema/environment.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path folder;

    public EnvironmentFiles(Path folder) {
        this.folder = folder;
    }

    /** The environments there are, in alphabetical order. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(FILE_NAME.asMatchPredicate())
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SynthRefused("There is no folder " + folder + ".");
        }
    }

    /** Reads and checks one environment; the name must be one of {@link #names()}. */
    public Settings read(String name) {
        if (!names().contains(name)) {
            throw new SynthRefused("There is no environment \"" + name + "\"; choose one by -c env=NAME: "
                    + String.join(", ", names()) + ".");
        }
        String label = folder.getFileName() + "/" + name + ".json";
        JsonNode content = parse(label, folder.resolve(name + ".json"));
        if (!content.isObject()) {
            throw new SynthRefused(label + " must hold one JSON object.");
        }
        return settings(name, new Section(label, "", content, schema()));
    }

    /** The sentence for a synth that names no environment. */
    public SynthRefused noneChosen() {
        return new SynthRefused(
                "No environment is chosen; choose one by -c env=NAME: " + String.join(", ", names()) + ".");
    }

    /** The one place of limits, defaults and descriptions; editors read it too. */
    Rule schema() {
        return new Rule(parse(folder.getFileName() + "/" + SCHEMA, folder.resolve(SCHEMA)));
    }

    private static JsonNode parse(String label, Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new SynthRefused(
                    label + " is not valid JSON at line " + at.getLineNr() + ", column " + at.getColumnNr() + ": "
                            + e.getOriginalMessage().lines().findFirst().orElse("") + ".");
        } catch (IOException e) {
            throw new SynthRefused(label + " cannot be read.");
        }
    }

    private static Settings settings(String name, Section file) {
        return new Settings(
                name,
                file.flag("keepData"),
                LogRetention.of(file.number("logRetentionDays")),
                SignIn.read(file.section("signIn")),
                CallApi.read(file.section("callApi")),
                Directory.read(file.section("directory")),
                Push.read(file.section("push")),
                Calls.read(file.section("calls")),
                Devices.read(file.section("devices")),
                Operations.read(file.section("operations")),
                file.optionalText("account"),
                file.optionalText("region"),
                file.textsByKey("tags"));
    }
}
