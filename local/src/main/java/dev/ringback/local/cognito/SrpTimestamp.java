package dev.ringback.local.cognito;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;

/** When the client made its proof, {@code Sat Sep 5 07:08:09 UTC 2026}. */
record SrpTimestamp(Instant instant) {
    private static final String FORMAT = "EEE MMM d HH:mm:ss z yyyy";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    static SrpTimestamp parse(String text) {
        try {
            return new SrpTimestamp(format().parse(text).toInstant());
        } catch (ParseException e) {
            throw CognitoErrors.invalidParameter("TIMESTAMP format should be " + FORMAT + " in english.");
        }
    }

    /** As it is signed: Cognito takes {@code Sep 05} or a wrong weekday for a wrong proof, not for a wrong format. */
    String canonical() {
        return format().format(Date.from(instant));
    }

    boolean isNear(Instant now) {
        return Duration.between(instant, now).abs().compareTo(TOLERANCE) <= 0;
    }

    private static SimpleDateFormat format() {
        SimpleDateFormat format = new SimpleDateFormat(FORMAT, Locale.US);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        return format;
    }
}
