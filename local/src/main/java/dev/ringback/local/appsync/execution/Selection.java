package dev.ringback.local.appsync.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The fields that a client selects of a value, fragments included. */
record Selection(List<SelectedField> fields) {
    static Selection of(DataFetchingFieldSelectionSet set) {
        return new Selection(set == null ? List.of() : set.getImmediateFields());
    }

    /** Every field with its path, {@code author/name}; fields with an alias go by it. */
    List<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        addPaths("", paths);
        return List.copyOf(paths);
    }

    private void addPaths(String prefix, Set<String> paths) {
        for (SelectedField field : fields) {
            String path = prefix + field.getResultKey();
            paths.add(path);
            below(field).addPaths(path + "/", paths);
        }
    }

    /** The selected fields of a value whose fields go by their names in the schema, as the client would get it. */
    JsonNode pick(JsonNode value) {
        if (fields.isEmpty()) {
            return value;
        }
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(pick(item)));
            return items;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode picked = JsonNodeFactory.instance.objectNode();
        for (SelectedField field : fields) {
            JsonNode part = value.has(field.getName()) ? value.get(field.getName()) : NullNode.instance;
            picked.set(field.getResultKey(), below(field).pick(part));
        }
        return picked;
    }

    /** A value as the client gets it, with its fields by their names in the schema. */
    JsonNode byNames(JsonNode value) {
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(byNames(item)));
            return items;
        }
        if (!value.isObject() || fields.isEmpty()) {
            return value;
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        for (SelectedField field : fields) {
            if (value.has(field.getResultKey())) {
                JsonNode part = below(field).byNames(value.get(field.getResultKey()));
                named.set(field.getName(), merged(named.path(field.getName()), part));
            }
        }
        return named;
    }

    // The same field may be selected twice, under two aliases, with other fields of its own.
    private static JsonNode merged(JsonNode one, JsonNode other) {
        if (one.isObject() && other.isObject()) {
            ObjectNode both = ((ObjectNode) one).deepCopy();
            other.properties()
                    .forEach(part -> both.set(part.getKey(), merged(both.path(part.getKey()), part.getValue())));
            return both;
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            ArrayNode both = JsonNodeFactory.instance.arrayNode();
            for (int index = 0; index < one.size(); index++) {
                both.add(merged(one.get(index), other.get(index)));
            }
            return both;
        }
        return other;
    }

    private static Selection below(SelectedField field) {
        return of(field.getSelectionSet());
    }
}
