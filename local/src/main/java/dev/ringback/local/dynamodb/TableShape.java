package dev.ringback.local.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What stays as it is once a table is there. */
record TableShape(JsonNode keys, Map<String, Index> indexes, String streamView) {
    private record Index(JsonNode keys, String projection, Set<String> projected) {
        static Index of(JsonNode index) {
            JsonNode projection = index.path("Projection");
            Set<String> projected = new HashSet<>();
            projection.path("NonKeyAttributes").forEach(name -> projected.add(name.asText()));
            return new Index(
                    index.path("KeySchema"), projection.path("ProjectionType").asText(), projected);
        }
    }

    static TableShape of(JsonNode table) {
        Map<String, Index> indexes = new HashMap<>();
        table.path("GlobalSecondaryIndexes")
                .forEach(index -> indexes.put(index.path("IndexName").asText(), Index.of(index)));
        return new TableShape(
                table.path("KeySchema"),
                indexes,
                table.path("StreamSpecification").path("StreamViewType").asText());
    }
}
