package dev.ringback.infra.safety;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.infra.assembly.Exports;
import dev.ringback.infra.assembly.StackTemplate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody is told of every function that fails: an alarm of some stack watches its metric Errors. */
record AlarmedFunctions() implements Guard {

    @Override
    public List<String> breaches(List<StackTemplate> templates) {
        Exports exports = Exports.of(templates);
        Set<String> watched = Placed.in(templates)
                .filter(resource -> resource.type().equals("AWS::CloudWatch::Alarm"))
                .flatMap(alarm -> watchedBy(alarm.json().path("Properties"), exports))
                .collect(Collectors.toSet());
        return Placed.in(templates)
                .filter(Placed::isFunction)
                .filter(function -> !watched.contains("${" + function.id() + "}"))
                .map(function -> function.name() + " has no alarm on its errors.")
                .toList();
    }

    // An alarm has its metric in itself, or in a list of metrics for an expression.
    private static Stream<String> watchedBy(JsonNode alarm, Exports exports) {
        Stream.Builder<String> functions = Stream.builder();
        add(alarm, alarm.path("Dimensions"), exports, functions);
        alarm.path("Metrics").forEach(metric -> {
            JsonNode inner = metric.at("/MetricStat/Metric");
            add(inner, inner.path("Dimensions"), exports, functions);
        });
        return functions.build();
    }

    private static void add(JsonNode metric, JsonNode dimensions, Exports exports, Stream.Builder<String> functions) {
        boolean errors = metric.path("Namespace").asText().equals("AWS/Lambda")
                && metric.path("MetricName").asText().equals("Errors");
        dimensions.forEach(dimension -> {
            if (errors && dimension.path("Name").asText().equals("FunctionName")) {
                functions.add(exports.text(dimension.path("Value")));
            }
        });
    }
}
