package dev.ringback.local.appsync.resource;

import dev.ringback.appsyncjs.Code;
import dev.ringback.local.appsync.DataSource;
import dev.ringback.local.appsync.SyncConfig;
import dev.ringback.local.appsync.execution.Step;
import dev.ringback.local.stack.StackFailure;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads code with its data source. */
final class StepReader {
    private final Surroundings.Compiler compiler;
    private final Map<String, DataSource> dataSources;

    StepReader(Surroundings.Compiler compiler, Map<String, DataSource> dataSources) {
        this.compiler = compiler;
        this.dataSources = dataSources;
    }

    Step function(Part part) {
        return step(part.properties().text("Name"), part.properties());
    }

    /** @param name for what the code's faults say */
    Step step(String name, Properties properties) {
        String source = properties.text("DataSourceName");
        return new Step(
                code(name, properties),
                Optional.ofNullable(dataSources.get(source))
                        .orElseThrow(() -> new StackFailure("The API has no data source " + source + ".")),
                sync(properties.part("SyncConfig")));
    }

    Code code(String name, Properties properties) {
        Properties runtime = properties.part("Runtime").only(Set.of("Name", "RuntimeVersion"));
        if (!runtime.has("Name")) {
            throw new StackFailure("The local runtime runs APPSYNC_JS, and " + name + " names no Runtime.");
        }
        runtime.expect("Name", "APPSYNC_JS");
        runtime.expect("RuntimeVersion", "1.0.0");
        properties.expect("MaxBatchSize", "0");
        return compiler.compile(name, properties.text("Code"));
    }

    private static SyncConfig sync(Properties sync) {
        sync.only(Set.of("ConflictDetection", "ConflictHandler"));
        if (sync.find("ConflictDetection").orElse("NONE").equals("NONE")) {
            return SyncConfig.NONE;
        }
        sync.expect("ConflictDetection", "VERSION");
        String handler = sync.text("ConflictHandler");
        return switch (handler) {
            case "AUTOMERGE" -> SyncConfig.AUTOMERGE;
            case "OPTIMISTIC_CONCURRENCY" -> SyncConfig.OPTIMISTIC_CONCURRENCY;
            default -> throw new StackFailure("The local runtime does not know the ConflictHandler " + handler + ".");
        };
    }
}
