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
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** Times as Java has them: AppSync documents its formats as those of {@link DateTimeFormatter}. */
final class TimeFunctions {
    private TimeFunctions() {}

    static Map<String, ProxyExecutable> all(Clock clock) {
        return Map.of(
                "now", a -> clock.millis(),
                "format", a -> format(Instant.ofEpochMilli(a[0].asLong()), a[1].asString(), zone(a[2])),
                "parse", a -> parse(a[0].asString(), formatter(a[1].asString()), zone(a[2])),
                "parseISO8601",
                        a -> ZonedDateTime.parse(a[0].asString(), DateTimeFormatter.ISO_DATE_TIME)
                                .toInstant()
                                .toEpochMilli());
    }

    private static ZoneId zone(Value name) {
        return ZoneId.of(name.asString());
    }

    private static DateTimeFormatter formatter(String format) {
        return DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
    }

    private static String format(Instant time, String format, ZoneId zone) {
        return formatter(format).format(time.atZone(zone));
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
