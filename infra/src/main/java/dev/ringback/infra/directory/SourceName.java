package dev.ringback.infra.directory;

import java.util.Arrays;
import java.util.Optional;

/** The data sources there are, by the names that handlers use. */
enum SourceName {
    PEOPLE("People"),
    NONE("None");

    private final String text;

    SourceName(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    static Optional<SourceName> of(String text) {
        return Arrays.stream(values()).filter(name -> name.text.equals(text)).findFirst();
    }
}
