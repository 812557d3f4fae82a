package dev.ringback.infra.directory;

import dev.ringback.infra.SynthRefused;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What answers one field of the schema. */
record FieldResolver(String type, String field, Handlers handlers) {
    private static final Pattern NAME = Pattern.compile("([_A-Za-z]\\w*)\\.([_A-Za-z]\\w*)");

    static FieldResolver of(Handlers handlers) {
        Matcher name = NAME.matcher(handlers.name());
        if (!name.matches()) {
            throw new SynthRefused(handlers.label() + " must be named Type.field.js.");
        }
        return new FieldResolver(name.group(1), name.group(2), handlers);
    }

    /** The functions it runs, by name; none if it is on a data source itself. */
    List<String> pipeline() {
        return handlers.tag() instanceof Tag.Pipeline pipeline ? pipeline.functions() : List.of();
    }
}
