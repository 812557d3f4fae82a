package dev.ringback.infra.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringback.infra.assembly.Assembly;
import dev.ringback.infra.assembly.Synthesized;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever an alarm wakes finds what to do, and nothing about alarms that there are not. */
class RunbookTest {
    private static final Pattern LINK =
            Pattern.compile("\\. https://git\\.example\\.com/ringback/blob/main/docs/runbook\\.md#([a-z]+)$");
    private static final Pattern SECTION = Pattern.compile("(?ms)^### (\\w+)$(.*?)(?=^##|\\z)");

    private final String runbook = Files.readString(Path.of("../docs/runbook.md"));
    private final Assembly full;

    RunbookTest(@Synthesized("full") Assembly full) throws IOException {
        this.full = full;
    }

    @Test
    void everyAlarmHasASectionAndEverySectionAnAlarm() {
        assertThat(linked()).isEqualTo(sections().keySet());
    }

    @Test
    void aSectionTellsMeaningFirstLookAndFix() {
        assertThat(sections().values())
                .allSatisfy(text -> assertThat(text).contains("\n**Means.** ", "\n**First look.**", "\n**Fix.** "));
    }

    @Test
    void theQueuesOfTheAlarmsAreAmongTheOutputs() {
        Set<String> outputs = full.templates().stream()
                .flatMap(template -> template.json().path("Outputs").propertyStream())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Matcher named = Pattern.compile("`(\\w+QueueUrl)`").matcher(runbook);
        assertThat(named.results().map(found -> found.group(1)))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(name -> assertThat(outputs).contains(name));
    }

    private Set<String> linked() {
        return full.templates().stream()
                .flatMap(template -> template.resources("AWS::CloudWatch::Alarm").values().stream())
                .map(alarm ->
                        LINK.matcher(alarm.at("/Properties/AlarmDescription").asText()))
                .map(link -> {
                    assertThat(link.find()).isTrue();
                    return link.group(1);
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By anchor, as GitHub makes it of a heading of one word. */
    private Map<String, String> sections() {
        String alarms = runbook.substring(runbook.indexOf("\n## Alarms\n"), runbook.indexOf("\n## Queries\n"));
        Map<String, String> sections = new LinkedHashMap<>();
        SECTION.matcher(alarms)
                .results()
                .forEach((MatchResult section) -> sections.put(section.group(1).toLowerCase(), section.group(2)));
        return new java.util.TreeMap<>(sections);
    }
}
