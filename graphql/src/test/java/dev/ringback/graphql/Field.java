package dev.ringback.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ringback.appsyncjs.AppSyncJs;
import dev.ringback.appsyncjs.Code;
import java.util.List;
import java.util.Optional;

/** A field of the schema, resolved as AppSync would, the data source People played by a test. */
final class Field implements AutoCloseable {
    private final AppSyncJs js = AppSyncJs.start();
    private final String name;
    private final Optional<Code> pipeline;
    private final List<Step> steps;

    /** A unit resolver, or a function of a pipeline. */
    record Step(Code code, String dataSource) {}

    Field(String name) {
        this.name = name;
        SourceFile file = SourceFile.resolver(name);
        if (file.functions().isEmpty()) {
            this.pipeline = Optional.empty();
            this.steps = List.of(step(file));
        } else {
            this.pipeline = Optional.of(compile(file));
            this.steps = file.functions().stream()
                    .map(SourceFile::function)
                    .map(this::step)
                    .toList();
        }
    }

    Run resolve(JsonNode caller, String arguments, Answer... answers) {
        return new Resolution(name, caller, Json.of(arguments), List.of(answers)).run(pipeline, steps);
    }

    @Override
    public void close() {
        js.close();
    }

    private Step step(SourceFile file) {
        return new Step(compile(file), file.dataSource().orElseThrow());
    }

    private Code compile(SourceFile file) {
        return js.compile(file.path().toString(), file.text());
    }
}
