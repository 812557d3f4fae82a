package dev.ringback.local.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The state of some files: when each was last changed, and its size. */
record Snapshot(Map<String, State> files) {
    record State(long changed, long size) {}

    /** @param parts files and folders in the root */
    static Snapshot of(Path root, List<String> parts) throws IOException {
        Map<String, State> files = new TreeMap<>();
        for (String part : parts) {
            if (Files.exists(root.resolve(part))) {
                add(root, root.resolve(part), files);
            }
        }
        return new Snapshot(files);
    }

    private static void add(Path root, Path part, Map<String, State> files) throws IOException {
        List<Path> found;
        try (Stream<Path> all = Files.walk(part)) {
            found = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : found) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(
                        root.relativize(file).toString(),
                        new State(attributes.lastModifiedTime().toMillis(), attributes.size()));
            } catch (NoSuchFileException goneMeanwhile) {
                // Editors write beside a file and then move.
            }
        }
    }

    /** The files that are not the same in both. */
    SortedSet<String> differences(Snapshot other) {
        Map<String, State> differing = new HashMap<>(files);
        other.files.forEach((file, state) -> {
            if (!differing.remove(file, state)) {
                differing.put(file, state);
            }
        });
        return new TreeSet<>(differing.keySet());
    }
}
