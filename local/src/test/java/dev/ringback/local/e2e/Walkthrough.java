package dev.ringback.local.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a page of the documentation spells out, each below its path. */
record Walkthrough(String page) {
    private static final Pattern FILE =
            Pattern.compile("^`(lambdas/[^`]+)`:\n\n```\\w+\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    /** @return how many there are */
    int writeInto(Path root) throws IOException {
        Matcher files = FILE.matcher(page);
        int written = 0;
        while (files.find()) {
            Files.writeString(root.resolve(files.group(1)), files.group(2));
            written++;
        }
        return written;
    }
}
