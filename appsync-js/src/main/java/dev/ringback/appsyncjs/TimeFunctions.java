package dev.ringback.appsyncjs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Times as Java has them: AppSync documents its formats as those of {@link DateTimeFormatter}. */
final class TimeFunctions {
    private TimeFunctions() {}

    static Map<String, Function<Arguments, Object>> all(Clock clock) {
        return Map.of(
                "now", _ -> clock.millis(),
                "format", a -> format(Instant.ofEpochMilli(a.number(0)), a.text(1), ZoneId.of(a.text(2))),
                "parse", a -> parse(a.text(0), formatter(a.text(1))),
                "parseIn", a -> parse(a.text(0), formatter(a.text(1)), ZoneId.of(a.text(2))),
                "parseISO8601", a -> parse(a.text(0), DateTimeFormatter.ISO_DATE_TIME));
    }

    private static DateTimeFormatter formatter(String format) {
        return DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
    }

    private static String format(Instant time, String format, ZoneId zone) {
        return formatter(format).format(time.atZone(zone));
    }

    private static long parse(String text, DateTimeFormatter format) {
        return ZonedDateTime.parse(text, format).toInstant().toEpochMilli();
    }

    private static long parse(String text, DateTimeFormatter format, ZoneId zone) {
        TemporalAccessor time = format.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
        return switch (time) {
            case ZonedDateTime zoned -> zoned.toInstant().toEpochMilli();
            case LocalDateTime local -> local.atZone(zone).toInstant().toEpochMilli();
            default -> LocalDate.from(time).atStartOfDay(zone).toInstant().toEpochMilli();
        };
    }
}
