package dev.ringback.infra.environment;

import java.util.List;

/** The HTTP API and the function behind it. */
public record CallApi(int memoryMb, int timeoutSeconds, int throttleRate, int throttleBurst, List<String> corsOrigins) {

    static CallApi read(Section section) {
        return new CallApi(
                section.number("memoryMb"),
                section.number("timeoutSeconds"),
                section.number("throttleRate"),
                section.number("throttleBurst"),
                section.texts("corsOrigins"));
    }
}
