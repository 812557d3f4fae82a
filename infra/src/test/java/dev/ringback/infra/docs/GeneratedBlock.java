package dev.ringback.infra.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a page that is generated, between two comments; {@code ./ringback docs} writes it. */
public record GeneratedBlock(Path page, String name) {

    public static GeneratedBlock in(String page, String name) {
        return new GeneratedBlock(Path.of("../docs", page), name);
    }

    /** Fails where the page says something else, unless it is to be written. */
    public void mustSay(String text) throws IOException {
        String found = Files.readString(page);
        String wanted = with(found, text);
        if ("update".equals(System.getProperty("ringback.docs"))) {
            Files.writeString(page, wanted);
            return;
        }
        assertThat(found).as("%s is stale; ./ringback docs writes it", page).isEqualTo(wanted);
    }

    String with(String found, String text) {
        String begin = "<!-- " + name + ": written by ./ringback docs -->\n";
        String end = "<!-- end of " + name + " -->";
        int from = found.indexOf(begin);
        int to = found.indexOf(end);
        if (from < 0 || to < from) {
            throw new AssertionError(page + " lacks the comments around " + name + ".");
        }
        return found.substring(0, from) + begin + text + found.substring(to);
    }
}
