package dev.ringback.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogsQueryTest {
    private static final List<LogLine> LOG = LogLine.of("""
            CallApi      | {"event":"request","outcome":"OK","millis":12}
            CallApi      | START RequestId: 1 Version: 1
            CallApi      | {"event":"request","outcome":"BUSY","millis":1200}
            PushNotifier | {"PushOutcome":1,"channel":"GCM"}
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            event = "request"                       | 2
            event = "request" and outcome != "OK"   | 1
            millis >= 12                            | 2
            millis > 12                             | 1
            ispresent(PushOutcome)                  | 1
            outcome in ["OK", "BUSY"]               | 2
            outcome in ["NONE"]                     | 0
            """)
    void findsTheLinesThatItsFilterMeans(String filter, int lines) {
        assertThat(LogsQuery.read("filter " + filter).matching(LOG)).hasSize(lines);
    }

    @Test
    void knowsWhatItShowsAndWhatItSortsBy() {
        LogsQuery query = LogsQuery.read("""
                filter event = "request"
                | stats count(*) as requests, pct(millis, 95) as p95 by action, outcome
                | sort p95 desc
                | limit 20
                """);
        assertThat(query.shown()).containsExactly("action", "millis", "outcome");
        assertThat(query.columns())
                .contains("requests", "p95", "action")
                .containsAll(query.sortedBy().stream().toList());
        assertThat(query.filtered()).containsExactly("event");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filter event == \"request\"",
                "filter event = request",
                "filter outcome > \"OK\"",
                "filter event = \"request\"\n| head 20",
                "stats median(millis) as half",
                "stats count(*) by action",
                "fields event\n| sort event down",
                "limit many"
            })
    void whatItDoesNotUnderstandIsRefused(String query) {
        assertThatThrownBy(() -> LogsQuery.read(query))
                .isInstanceOfAny(AssertionError.class, NumberFormatException.class);
    }
}
