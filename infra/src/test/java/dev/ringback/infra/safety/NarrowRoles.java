package dev.ringback.infra.safety;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.StackTemplate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A role names what it may do: no action has a wildcard, and no resource but those that have a reason. */
record NarrowRoles() implements Guard {
    /** By the purpose of a permission, the end of the resource that it may have. */
    private static final Map<String, String> WIDE = Map.of(
            // X-Ray takes traces for an account: the two actions know no narrower resource.
            "WriteTraces", "[\"xray:PutTelemetryRecords\",\"xray:PutTraceSegments\"] on \"*\"",
            // Every field of the one type that the mutation answers with.
            "SelectWhatPhonesGet", "\"/types/CallEvent/*\"]]}");

    @Override
    public List<String> breaches(List<StackTemplate> templates) {
        return Placed.in(templates)
                .filter(resource -> resource.type().startsWith("AWS::IAM::"))
                .flatMap(NarrowRoles::wide)
                .toList();
    }

    private static Stream<String> wide(Placed holder) {
        return holder.json().findValues("Statement").stream()
                .flatMap(JsonNode::valueStream)
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .filter(NarrowRoles::isWide)
                .map(statement -> holder.name() + " may do too much: " + text(statement) + ".");
    }

    private static boolean isWide(JsonNode statement) {
        String reason = WIDE.get(statement.path("Sid").asText());
        boolean explained = reason != null && text(statement).endsWith(reason);
        boolean anyAction = statement.path("Action").toString().contains("*");
        return anyAction || (statement.path("Resource").toString().contains("*") && !explained);
    }

    private static String text(JsonNode statement) {
        return statement.path("Action") + " on " + statement.path("Resource");
    }
}
