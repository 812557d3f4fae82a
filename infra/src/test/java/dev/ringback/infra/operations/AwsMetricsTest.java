package dev.ringback.infra.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Synthesized;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Nobody notices an alarm on a metric that there is not, so the metrics of AWS are held to a list that was copied from its
 * documentation by hand, with the pages it is from.
 */
class AwsMetricsTest {
    private static final Pattern SEARCH =
            Pattern.compile("SEARCH\\('\\{(AWS/\\w+),(\\w+)} MetricName=\\\\\"(\\w+)\\\\\"");
    private static final Pattern GRAPHED = Pattern.compile("\\[\"(AWS/\\w+)\",\"(\\w+)\",\"(\\w+)\",");

    private final Assembly full;
    private final Set<String> documented;

    AwsMetricsTest(@Synthesized("full") Assembly full) throws IOException {
        this.full = full;
        documented = documented();
    }

    @Test
    void everyAlarmWatchesAMetricThatAwsDocuments() {
        Set<String> watched = full.templates().stream()
                .flatMap(template -> template.resources("AWS::CloudWatch::Alarm").values().stream())
                .map(alarm -> alarm.path("Properties"))
                .filter(alarm -> alarm.path("Namespace").asText().startsWith("AWS/"))
                .map(alarm -> alarm.path("Namespace").asText() + " " + dimensions(alarm) + " "
                        + alarm.path("MetricName").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(watched).isNotEmpty().isSubsetOf(documented);
    }

    @Test
    void theDashboardShowsMetricsThatAwsDocuments() {
        assertThat(shown()).hasSizeGreaterThan(8).isSubsetOf(documented);
    }

    private Set<String> shown() {
        StringBuilder text = new StringBuilder();
        full.template("Operations")
                .only("AWS::CloudWatch::Dashboard")
                .at("/Properties/DashboardBody/Fn::Join/1")
                .forEach(part -> text.append(part.isTextual() ? part.textValue() : "id"));
        Set<String> shown = SEARCH.matcher(text)
                .results()
                .map(search -> search.group(1) + " " + search.group(2) + " " + search.group(3))
                .collect(Collectors.toCollection(TreeSet::new));
        GRAPHED.matcher(text)
                .results()
                .forEach(metric -> shown.add(metric.group(1) + " " + metric.group(3) + " " + metric.group(2)));
        return shown;
    }

    private static String dimensions(JsonNode alarm) {
        return alarm.path("Dimensions")
                .valueStream()
                .map(dimension -> dimension.path("Name").asText())
                .collect(Collectors.joining(","));
    }

    private static Set<String> documented() throws IOException {
        Set<String> documented = new TreeSet<>();
        for (JsonNode service : new ObjectMapper()
                .readTree(Path.of("src/test/resources/aws-metrics.json").toFile())) {
            assertThat(service.path("source").asText()).startsWith("https://docs.aws.amazon.com/");
            String dimensions = service.path("dimensions")
                    .valueStream()
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(","));
            service.path("metrics")
                    .forEach(metric -> documented.add(
                            service.path("namespace").asText() + " " + dimensions + " " + metric.asText()));
        }
        return documented;
    }
}
