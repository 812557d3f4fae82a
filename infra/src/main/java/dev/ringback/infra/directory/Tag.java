package dev.ringback.infra.directory;

import dev.ringback.infra.SynthRefused;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file of handlers runs on, as the comment at its top says. */
sealed interface Tag {
    Pattern HEAD = Pattern.compile("\\A\\s*/\\*\\*(.*?)\\*/", Pattern.DOTALL);
    Pattern TAG = Pattern.compile("(?<![^\\s*])@(\\w+)[ \\t]*([^\\n*@]*)");

    /** One data source. */
    record DataSource(SourceName name) implements Tag {}

    /** The functions of a pipeline in their order. */
    record Pipeline(List<String> functions) implements Tag {}

    /** @param label the file as a refusal names it */
    static Tag read(String label, String code) {
        Matcher head = HEAD.matcher(code);
        List<MatchResult> tags =
                head.find() ? TAG.matcher(head.group(1)).results().toList() : List.of();
        if (tags.isEmpty()) {
            throw new SynthRefused(label + " must start with a comment /** */ that has @dataSource or @pipeline.");
        }
        if (tags.size() > 1) {
            throw new SynthRefused(label + " has " + tags.size() + " tags; one of @dataSource and @pipeline is right.");
        }
        String value = tags.getFirst().group(2).strip();
        return switch (tags.getFirst().group(1)) {
            case "dataSource" -> dataSource(label, value);
            case "pipeline" -> pipeline(label, value);
            case String unknown ->
                throw new SynthRefused(
                        label + " has the unknown tag @" + unknown + "; known are @dataSource and @pipeline.");
        };
    }

    private static DataSource dataSource(String label, String value) {
        return SourceName.of(value)
                .map(DataSource::new)
                .orElseThrow(() -> new SynthRefused(
                        label + " is on the unknown data source \"" + value + "\"; there are People and None."));
    }

    private static Pipeline pipeline(String label, String value) {
        List<String> functions = List.of(value.split("\\s*,\\s*", -1));
        if (functions.contains("")) {
            throw new SynthRefused(label + " must list functions after @pipeline, separated by commas.");
        }
        return new Pipeline(functions);
    }
}
