package dev.ringback.graphql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A resolver's or a function's file. */
record SourceFile(Path path, String text) {
    private static final Pattern TAG = Pattern.compile(
            "^ \\* @(dataSource (?<source>People|None)|pipeline (?<functions>\\w+(, \\w+)*))$", Pattern.MULTILINE);

    static SourceFile resolver(String field) {
        return read(Path.of("resolvers", field + ".js"));
    }

    static SourceFile function(String name) {
        return read(Path.of("functions", name + ".js"));
    }

    static List<SourceFile> all(String folder) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().map(SourceFile::read).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String name() {
        return path.getFileName().toString().replaceFirst("\\.js$", "");
    }

    long tags() {
        return TAG.matcher(text).results().count();
    }

    /** The data source of a unit resolver or a function. */
    Optional<String> dataSource() {
        return tag("source");
    }

    /** The functions of a pipeline resolver, in order. */
    List<String> functions() {
        return tag("functions").map(names -> List.of(names.split(", "))).orElse(List.of());
    }

    private Optional<String> tag(String group) {
        return TAG.matcher(text).results().findFirst().map(tag -> tag.group(group));
    }

    private static SourceFile read(Path path) {
        try {
            return new SourceFile(path, Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
