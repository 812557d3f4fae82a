package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What alarms, the dashboard and the runbook look for is what the functions write, down to each dimension and field. */
class WhatOperatorsSeeTest {
    private static final Pattern SEARCH = Pattern.compile(
            "SEARCH\\('\\{Ringback,([\\w,]+)} MetricName=\\\\\"(\\w+)\\\\\" Environment=\\\\\"(\\w+)\\\\\"'");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```([\\w ]*)\n(.*?)^```$");

    private static Path assembly;
    private static Backend backend;
    private static List<LogLine> log;
    private static String callId;

    @BeforeAll
    static void happen() throws Exception {
        assembly = Backend.synthesize();
        backend = Backend.startInMemory(assembly);
        callId = new EventfulRun(backend).go();
        log = LogLine.of(backend.logs());
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void everyMetricOfOursThatAnAlarmWatchesIsEmittedUnderTheAlarmsDimensions() throws Exception {
        Set<String> emitted = emitted(true);
        List<String> watched = resources("AWS::CloudWatch::Alarm")
                .filter(alarm -> alarm.path("Namespace").asText().equals("Ringback"))
                .map(alarm -> alarm.path("MetricName").asText() + " " + dimensions(alarm))
                .toList();
        assertThat(watched).hasSizeGreaterThanOrEqualTo(2).isSubsetOf(emitted);
    }

    @Test
    void everyMetricOfOursThatTheDashboardShowsIsEmittedUnderTheDimensionsItSearches() throws Exception {
        Set<String> emitted = emitted(false);
        String text = resources("AWS::CloudWatch::Dashboard")
                .findFirst()
                .orElseThrow()
                .toString()
                .replace("\\\\\\", "\\");
        Set<String> shown = SEARCH.matcher(text)
                .results()
                .map(search ->
                        search.group(2) + " " + Arrays.asList(search.group(1).split(",")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).hasSizeGreaterThanOrEqualTo(18).isSubsetOf(emitted);
        assertThat(SEARCH.matcher(text).results())
                .allMatch(search -> search.group(3).equals("local"));
    }

    static Stream<String> queries() throws Exception {
        return BLOCK.matcher(Files.readString(Backend.ROOT.resolve("docs/runbook.md")))
                .results()
                .filter(block -> block.group(1).isEmpty())
                .map(block -> block.group(2));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aQueryOfTheRunbookFindsWhatItIsFor(String text) throws Exception {
        LogsQuery query = LogsQuery.read(filledIn(text));
        List<JsonNode> found = query.matching(log);
        assertThat(found).as("lines that it finds").isNotEmpty();
        assertThat(names(found)).as("fields of these lines").containsAll(query.shown());
        assertThat(names(log.stream().map(LogLine::json).toList())).containsAll(query.filtered());
        assertThat(query.columns())
                .as("what it can be sorted by")
                .containsAll(query.sortedBy().stream().toList());
    }

    private static String filledIn(String query) {
        return query.replace("CALL_ID", callId).replace("TRACE_ID", traceId());
    }

    private static String traceId() {
        return backend.items("Calls")
                .filter(call -> call.get("callId").s().equals(callId))
                .findFirst()
                .orElseThrow()
                .get("traceId")
                .s();
    }

    private static Set<String> names(List<JsonNode> lines) {
        Set<String> names = new TreeSet<>();
        lines.forEach(line -> line.fieldNames().forEachRemaining(names::add));
        return names;
    }

    /** Names and dimensions, as each line declares them for CloudWatch. */
    private static Set<String> emitted(boolean withValues) {
        Set<String> emitted = new TreeSet<>();
        for (LogLine line : log) {
            for (JsonNode directive : line.json().at("/_aws/CloudWatchMetrics")) {
                assertThat(directive.path("Namespace").asText()).isEqualTo("Ringback");
                for (JsonNode set : directive.path("Dimensions")) {
                    Map<String, String> dimensions = new TreeMap<>();
                    set.forEach(name -> dimensions.put(name.asText(), line.text(name.asText())));
                    directive.path("Metrics").forEach(metric -> {
                        assertThat(line.json()
                                        .path(metric.path("Name").asText())
                                        .isNumber())
                                .isTrue();
                        emitted.add(
                                metric.path("Name").asText() + " " + (withValues ? dimensions : dimensions.keySet()));
                    });
                }
            }
        }
        return emitted;
    }

    private static Map<String, String> dimensions(JsonNode alarm) {
        Map<String, String> dimensions = new TreeMap<>();
        alarm.path("Dimensions")
                .forEach(dimension -> dimensions.put(
                        dimension.path("Name").asText(), dimension.path("Value").asText()));
        return dimensions;
    }

    private static Stream<JsonNode> resources(String type) throws Exception {
        Stream.Builder<JsonNode> found = Stream.builder();
        for (Path file : EditedAssembly.templates(assembly)) {
            Http.JSON.readTree(file.toFile()).path("Resources").forEach(resource -> {
                if (resource.path("Type").asText().equals(type)) {
                    found.add(resource.path("Properties"));
                }
            });
        }
        return found.build();
    }
}
