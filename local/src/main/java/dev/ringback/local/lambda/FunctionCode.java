package dev.ringback.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.local.assembly.Assets;
import dev.ringback.local.stack.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Finds the code of functions among the assets. */
final class FunctionCode {
    private final Assets assets;
    private final Path workFolder;

    FunctionCode(Assets assets, Path workFolder) {
        this.assets = assets;
        this.workFolder = workFolder;
    }

    /** The folder that Lambda would unpack the code into. */
    Path folder(JsonNode code) {
        String key = code.path("S3Key").asText();
        Path asset = assets.find(key)
                .orElseThrow(() -> new StackFailure("The function's code is none of the assembly's assets."));
        if (Files.isDirectory(asset)) {
            return asset.toAbsolutePath();
        }
        if (!Files.exists(asset)) {
            throw new StackFailure("The function's code, " + asset + ", is missing.");
        }
        return unpacked(asset, workFolder.resolve("code-" + key.replaceAll("\\W", "-")));
    }

    private static Path unpacked(Path zip, Path folder) {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (!file.startsWith(folder)) {
                    throw new StackFailure(zip + " holds a file outside of itself: " + entry.getName());
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, entries.readAllBytes());
                }
            }
            return folder.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
