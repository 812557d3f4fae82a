package dev.ringback.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.ringback.actionkit.ActionManifest;
import java.util.Map;
import java.util.Optional;

/** The schemas of records as the API reads and writes them: an {@code Optional} may be absent, everything else is there. */
final class RecordSchemas {
    private final SchemaGenerator records = generator();

    /** An optional field of a request may be null too. */
    ObjectNode request(ActionManifest manifest, Class<?> type) {
        return described(generated(type), manifest.action() + ": request", manifest.request());
    }

    /** An optional field of an answer is left out. */
    ObjectNode answer(ActionManifest manifest, Class<?> type) {
        return described(Nulls.without(generated(type)), manifest.action() + ": answer", manifest.answer());
    }

    private ObjectNode generated(Class<?> type) {
        // A copy, since equal parts are one node.
        return Nulls.inOnePlace(records.generateSchema(type).deepCopy());
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS, Option.FLATTENED_OPTIONALS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        // In the order of the record.
        builder.forTypesInGeneral().withPropertySorter((one, other) -> 0);
        builder.forFields().withRequiredCheck(field -> !field.getDeclaredType().isInstanceOf(Optional.class));
        return new SchemaGenerator(builder.build());
    }

    /** @param part for the sentences, like {@code muteCall: request} */
    private static ObjectNode described(ObjectNode schema, String part, Map<String, String> meanings) {
        meanings.forEach((field, meaning) -> property(schema, field)
                .orElseThrow(() ->
                        new ApiRefused("The action.json of %s.%s is of no field of the record.".formatted(part, field)))
                .put("description", meaning));
        schema.path("properties").fieldNames().forEachRemaining(field -> {
            if (!meanings.containsKey(field)) {
                throw new ApiRefused(
                        "The action.json of %s.%s is missing: say what the field means.".formatted(part, field));
            }
        });
        return schema;
    }

    /** @param field with the fields it is in, like {@code items.callId}: a list is that of its items */
    private static Optional<ObjectNode> property(ObjectNode schema, String field) {
        JsonNode found = schema;
        for (String name : field.split("\\.")) {
            found = found.path("items").isMissingNode() ? found : found.path("items");
            found = found.path("properties").path(name);
        }
        return found instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }
}
