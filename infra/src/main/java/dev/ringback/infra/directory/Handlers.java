package dev.ringback.infra.directory;

import dev.ringback.infra.SynthRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of APPSYNC_JS: a request and a response handler.
 *
 * @param label the file as a refusal names it
 * @param name the file's name without {@code .js}
 */
record Handlers(String label, String name, String code, Tag tag) {
    private static final String SUFFIX = ".js";
    /** What AppSync takes for one resolver or function. */
    private static final int MOST_CHARACTERS = 32_768;

    /** All files of a folder by name; none if there is no such folder. */
    static List<Handlers> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(Handlers::read)
                    .toList();
        } catch (IOException e) {
            throw new SynthRefused(folder + " cannot be read.");
        }
    }

    private static Handlers read(Path file) {
        String fileName = file.getFileName().toString();
        String label = "graphql/" + file.getParent().getFileName() + "/" + fileName;
        String code = text(label, file);
        if (code.length() > MOST_CHARACTERS) {
            throw new SynthRefused(
                    label + " has " + code.length() + " characters; AppSync takes " + MOST_CHARACTERS + ".");
        }
        String name = fileName.substring(0, fileName.length() - SUFFIX.length());
        return new Handlers(label, name, code, Tag.read(label, code));
    }

    static String text(String label, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new SynthRefused(label + " cannot be read as UTF-8 text.");
        }
    }
}
