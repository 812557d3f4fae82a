package dev.ringback.infra.environment;

import java.util.List;
import java.util.regex.Pattern;

/** The HTTP API and the function behind it. */
public record CallApi(int memoryMb, int timeoutSeconds, int throttleRate, int throttleBurst, List<String> corsOrigins) {
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d{1,5})?");

    static CallApi read(Section section) {
        CallApi callApi = new CallApi(
                section.number("memoryMb", Limits.LEAST_MEMORY_MB, Limits.MOST_MEMORY_MB),
                // Long enough to undo a call after a hanging media provider; below the first lease of a call, 30 s.
                section.number("timeoutSeconds", 15, 25),
                section.number("throttleRate", 1, 10_000),
                section.number("throttleBurst", 1, 5_000),
                section.texts("corsOrigins", ORIGIN, "origins such as \"https://app.example.com\""));
        section.refuseUnknownKeys();
        return callApi;
    }
}
