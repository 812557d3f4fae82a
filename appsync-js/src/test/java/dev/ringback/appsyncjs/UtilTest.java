package dev.ringback.appsyncjs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtilTest {
    @RegisterExtension
    static final Handlers handlers = new Handlers();

    @Test
    void makesIdsThatAreUuids() {
        handlers.givesTextLike("util.autoId()", "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void makesEachIdAnew() {
        handlers.gives("util.autoId() === util.autoId()", "false");
    }

    @Test
    void makesUlidsThatBeginWithTheTime() {
        handlers.givesTextLike("util.autoUlid()", "01KJVKTCKH[0-9A-HJKMNP-TV-Z]{16}");
    }

    @Test
    void makesKsuidsThatBeginWithTheTime() {
        handlers.givesTextLike("util.autoKsuid()", "3A[0-9A-Za-z]{25}");
    }

    @ParameterizedTest
    @CsvSource({"a*b, aaab, true", "a*b, aaabc, false", "\\\\d{3}, 123, true"})
    void matchesJavaPatternsAgainstTheWholeText(String pattern, String text, String matches) {
        handlers.gives("util.matches('%s', '%s')".formatted(pattern, text), matches);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "util.urlEncode('a b&ä')              | a+b%26%C3%A4",
                "util.urlDecode('a+b%26%C3%A4')       | a b&ä",
                "util.base64Encode('ä?')              | w6Q/",
                "util.base64Decode('w6Q/')            | ä?",
                "util.str.normalize('e\\u0301', 'nfc') | é",
                "util.str.normalize('é', 'nfd')       | e\u0301",
                "util.str.normalize('ﬁ', 'nfkc')      | fi",
                "util.str.normalize('ﬁ²', 'nfkd')     | fi2",
            })
    void convertsText(String expression, String text) {
        handlers.givesText(expression, text);
    }

    @Test
    void escapesTextForJavaScript() {
        handlers.givesText(
                "util.escapeJavaScript('\"It\\'s\" a/b\\\\ \\n\\t é')", "\\\"It\\'s\\\" a\\/b\\\\ \\n\\t \\u00E9");
    }

    @Test
    void saysWhichArgumentIsNoText() {
        assertThat(handlers.failure("return util.urlEncode(null);").message())
                .isEqualTo("handlers.js:4:10: argument 1 is no string but null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "util.math.roundNum(2.5)                                   | 3",
                "util.math.minVal(2, 1)                                    | 1",
                "util.math.maxVal(2, 1)                                    | 2",
                "util.math.randomDouble() < 1                              | true",
                "[1, 2, 3].includes(util.math.randomWithinRange(1, 4))     | true",
            })
    void calculates(String expression, String value) {
        handlers.gives(expression, value);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "util.time.nowISO8601()                                                       | `'2026-03-04T05:06:07.089Z'`",
                "util.time.nowEpochSeconds()                                                  | 1772600767",
                "util.time.nowEpochMilliSeconds()                                             | 1772600767089",
                "util.time.nowFormatted('yyyy-MM-dd HH:mm:ssZ')                               | `'2026-03-04 05:06:07+0000'`",
                "util.time.nowFormatted('EEE d MMM HH:mm', 'Australia/Perth')                 | `'Wed 4 Mar 13:06'`",
                "util.time.parseFormattedToEpochMilliSeconds('2018-02-01 17:21:05.180+08:00', 'yyyy-MM-dd HH:mm:ss.SSSXXX') | 1517476865180",
                "util.time.parseFormattedToEpochMilliSeconds('2018-02-01 22:13:05', 'yyyy-MM-dd HH:mm:ss', 'Asia/Tokyo') | 1517490785000",
                "util.time.parseFormattedToEpochMilliSeconds('2018-02-01', 'yyyy-MM-dd', 'UTC') | 1517443200000",
                "util.time.parseISO8601ToEpochMilliSeconds('2018-02-01T17:21:05.180+08:00')   | 1517476865180",
                "util.time.parseISO8601ToEpochMilliSeconds('2018-02-01T17:21:05Z')            | 1517505665000",
                "util.time.epochMilliSecondsToSeconds(1517943695750)                          | 1517943695",
                "util.time.epochMilliSecondsToISO8601(1517943695750)                          | `'2018-02-06T19:01:35.750Z'`",
                "util.time.epochMilliSecondsToFormatted(1517943695750, 'yyyy-MM-dd HH:mm')    | `'2018-02-06 19:01'`",
                "util.time.epochMilliSecondsToFormatted(1517943695750, 'HH:mm', 'Asia/Tokyo') | `'04:01'`",
            })
    void tellsTheTime(String expression, String value) {
        handlers.gives(expression, value);
    }

    @Test
    void failsOnAFormattedTimeWithoutAZone() {
        assertThat(handlers.failure(
                                "return util.time.parseFormattedToEpochMilliSeconds('2018-02-01 22:13', 'yyyy-MM-dd HH:mm');")
                        .message())
                .contains("Text '2018-02-01 22:13' could not be parsed");
    }

    @Test
    void failsOnATimeThatIsNone() {
        assertThat(handlers.failure("return util.time.parseISO8601ToEpochMilliSeconds('noon');")
                        .message())
                .isEqualTo("handlers.js:4:10: Text 'noon' could not be parsed at index 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "util.http.copyHeaders",
                "util.xml.toMap",
                "util.rds.toJsonObject",
                "util.transform.toElasticsearchQueryDSL",
                "extensions.invalidateSubscriptions",
                "extensions.setSubscriptionInvalidationFilter",
                "extensions.evictFromApiCache",
                "extensions.evictAllFromApiCache",
            })
    void saysWhatIsNotAvailable(String function) {
        assertThat(handlers.failure(function + "({});").message())
                .isEqualTo("handlers.js:4:3: Error: %s is not available locally".formatted(function));
    }
}
