package dev.ringback.local.lambda;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What X-Ray follows a request by. Nothing is traced here, so nothing is sampled. */
record TraceHeader(String text) {
    /** What callers send it in; the AWS SDK does by itself. */
    static final String NAME = "x-amzn-trace-id";

    private static final Pattern ROOT = Pattern.compile("Root=(1-[0-9a-f]{8}-[0-9a-f]{24})");

    /** The same trace as the caller's, or else a new one. */
    static TraceHeader after(Optional<String> upstream) {
        return upstream.map(ROOT::matcher)
                .filter(Matcher::find)
                .map(root -> of(root.group(1)))
                .orElseGet(TraceHeader::fresh);
    }

    static TraceHeader fresh() {
        return of("1-%08x-%s".formatted(System.currentTimeMillis() / 1000, random(24)));
    }

    private static TraceHeader of(String root) {
        return new TraceHeader("Root=" + root + ";Parent=" + random(16) + ";Sampled=0");
    }

    private static String random(int digits) {
        return UUID.randomUUID().toString().replace("-", "").substring(0, digits);
    }
}
