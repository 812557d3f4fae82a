package dev.ringback.infra.directory;

import dev.ringback.infra.SynthRefused;
import java.util.regex.Pattern;

/** A step that pipelines share. */
record PipelineFunction(String name, SourceName source, String code) {
    private static final Pattern NAME = Pattern.compile("[_A-Za-z]\\w*");

    static PipelineFunction of(Handlers handlers) {
        if (!NAME.matcher(handlers.name()).matches()) {
            throw new SynthRefused(handlers.label() + " must be named by letters, digits and _.");
        }
        return switch (handlers.tag()) {
            case Tag.DataSource source -> new PipelineFunction(handlers.name(), source.name(), handlers.code());
            case Tag.Pipeline pipeline ->
                throw new SynthRefused(handlers.label() + " has @pipeline, which only resolvers may have.");
        };
    }
}
