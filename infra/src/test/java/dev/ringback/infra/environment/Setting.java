package dev.ringback.infra.environment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A key that an environment's file may have.
 *
 * @param path from the file's root: {@code calls.ringSeconds}; of a map, {@code push.channels.<channel>.secret}
 */
record Setting(String path, Rule rule, boolean required) {

    /** Those that hold a value, and those objects that may be switched off or left out as a whole. */
    static List<Setting> allOf(JsonNode schema) {
        List<Setting> found = new ArrayList<>();
        collect("", schema, found);
        return found;
    }

    private static void collect(String prefix, JsonNode schema, List<Setting> found) {
        Rule rule = new Rule(schema);
        schema.path("properties").properties().forEach(entry -> {
            if (!entry.getKey().equals("$schema")) {
                add(prefix + entry.getKey(), entry.getValue(), rule.requires(entry.getKey()), found);
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            String name = schema.at("/propertyNames/title").asText();
            add(prefix + "<" + name + ">", schema.path("additionalProperties"), false, found);
        }
    }

    private static void add(String path, JsonNode schema, boolean required, List<Setting> found) {
        boolean plainSection = schema.path("type").asText().equals("object") && schema.has("properties");
        if (!plainSection) {
            found.add(new Setting(path, new Rule(schema), required));
        }
        collect(path + ".", schema, found);
    }

    @Override
    public String toString() {
        return path;
    }
}
