package dev.ringback.actionkit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a manifest key by key; what it does not know it refuses. */
final class ManifestReader {
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    private static final Set<String> KEYS =
            Set.of("action", "function", "description", "needs", "errors", "request", "answer");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{1,39}");

    private final String file;
    private final JsonNode manifest;

    ManifestReader(String file, byte[] json) {
        this.file = file;
        manifest = parsed(json);
        manifest.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw refused(
                        key,
                        "is not a known key; known are "
                                + KEYS.stream().sorted().collect(Collectors.joining(", ")));
            }
        });
    }

    String actionName() {
        String name = text("action");
        if (!NAME.matcher(name).matches()) {
            throw refused("action", "must be a name such as \"muteCall\", not \"" + name + "\"");
        }
        return name;
    }

    FunctionKind function() {
        String text = text("function");
        return FunctionKind.of(text)
                .orElseThrow(() -> refused("function", "must be \"call-api\" or \"own\", not \"" + text + "\""));
    }

    String description() {
        return text("description");
    }

    Set<Need> needs() {
        return known("needs", Need.class, Need::of, Need::text);
    }

    Set<ErrorCode> errors() {
        Set<ErrorCode> errors = known("errors", ErrorCode.class, ManifestReader::code, ErrorCode::name);
        errors.stream().filter(ActionManifest.ERRORS_OF_EVERY_ACTION::contains).forEach(code -> {
            throw refused("errors", "must not list " + code + ", which every action can answer with");
        });
        return errors;
    }

    Map<String, String> fields(String key) {
        JsonNode fields = manifest.path(key);
        if (!fields.isObject()) {
            throw refused(key, "must be an object of fields and what they mean");
        }
        Map<String, String> meanings = new LinkedHashMap<>();
        fields.properties().forEach(field -> {
            if (!field.getValue().isTextual() || field.getValue().textValue().isBlank()) {
                throw refused(key + "." + field.getKey(), "must say what the field means");
            }
            meanings.put(field.getKey(), field.getValue().textValue());
        });
        return Collections.unmodifiableMap(meanings);
    }

    private <E extends Enum<E>> Set<E> known(
            String key, Class<E> type, Function<String, Optional<E>> find, Function<E, String> name) {
        JsonNode list = manifest.path(key);
        if (!list.isArray()) {
            throw refused(key, "must be a list");
        }
        EnumSet<E> found = EnumSet.noneOf(type);
        for (JsonNode item : list) {
            E one = find.apply(item.asText()).orElseThrow(() -> unknown(key, item, type, name));
            if (!found.add(one)) {
                throw refused(key, "lists " + item + " twice");
            }
        }
        return Collections.unmodifiableSet(found);
    }

    private <E extends Enum<E>> ManifestException unknown(
            String key, JsonNode item, Class<E> type, Function<E, String> name) {
        Collection<String> names =
                Arrays.stream(type.getEnumConstants()).map(name).toList();
        return refused(key, "lists " + item + ", which is unknown; known are " + String.join(", ", names));
    }

    private static Optional<ErrorCode> code(String name) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.name().equals(name))
                .findFirst();
    }

    private String text(String key) {
        JsonNode value = manifest.path(key);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw refused(key, "must be a text");
        }
        return value.textValue();
    }

    private JsonNode parsed(byte[] json) {
        try {
            JsonNode parsed = JSON.readTree(json);
            if (parsed.isObject()) {
                return parsed;
            }
        } catch (IOException e) {
            // Refused as whatever else is no object.
        }
        throw new ManifestException(file + " must hold one JSON object, with no key twice.");
    }

    private ManifestException refused(String key, String what) {
        return new ManifestException(file + ": " + key + " " + what + ".");
    }
}
