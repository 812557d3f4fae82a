package dev.ringback.appsyncjs;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;

/** Where in a module an error arose, written as AppSync writes it: {@code name:line:column}. */
final class Positions {
    private Positions() {}

    /** The innermost place in the module itself; an error inside the utilities counts where they were called. */
    static Optional<String> of(PolyglotException error, Source module) {
        Stream<SourceSection> frames = StreamSupport.stream(
                        error.getPolyglotStackTrace().spliterator(), false)
                .map(PolyglotException.StackFrame::getSourceLocation);
        return Stream.concat(Stream.ofNullable(error.getSourceLocation()), frames)
                .filter(Objects::nonNull)
                .filter(place -> place.getSource().equals(module))
                .findFirst()
                .map(Positions::text);
    }

    private static String text(SourceSection place) {
        return "%s:%d:%d".formatted(place.getSource().getName(), place.getStartLine(), place.getStartColumn());
    }
}
