package dev.ringback.local.reload;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The state of some files: when each was last changed, and its size. */
record Snapshot(Map<String, State> files) {
    record State(FileTime changed, long size) {}

    /** @param parts files and folders in the root */
    static Snapshot of(Path root, List<String> parts) throws IOException {
        Map<String, State> files = new TreeMap<>();
        for (String part : parts) {
            Files.walkFileTree(
                    root.resolve(part),
                    Set.of(FileVisitOption.FOLLOW_LINKS),
                    Integer.MAX_VALUE,
                    new Taking(root, files));
        }
        return new Snapshot(files);
    }

    /** Takes what is there; editors write beside a file and then move, so anything may go while this looks. */
    private static final class Taking extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Map<String, State> files;

        private Taking(Path root, Map<String, State> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                files.put(
                        root.relativize(file).toString(), new State(attributes.lastModifiedTime(), attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            // What a link leads back to is taken already. Nor is it always a link: a new folder may have got the inode
            // number
            // of the one that it was in.
            return failure instanceof FileSystemLoopException ? FileVisitResult.CONTINUE : unlessGone(failure);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            return unlessGone(failure);
        }

        private static FileVisitResult unlessGone(IOException failure) throws IOException {
            if (failure == null || failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    /** Without the files that have been changed later. */
    Snapshot until(FileTime time) {
        Map<String, State> older = new TreeMap<>(files);
        older.values().removeIf(state -> state.changed().compareTo(time) > 0);
        return new Snapshot(older);
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
