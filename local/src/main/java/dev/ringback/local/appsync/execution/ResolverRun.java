package dev.ringback.local.appsync.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.ringback.appsyncjs.Evaluation;
import dev.ringback.appsyncjs.Evaluation.Failed;
import dev.ringback.appsyncjs.Evaluation.Returned;
import dev.ringback.appsyncjs.Evaluation.ReturnedEarly;
import dev.ringback.appsyncjs.Evaluation.SkipTo;
import dev.ringback.appsyncjs.ResolverError;

/** Runs resolvers: handlers and data sources in AppSync's order. */
final class ResolverRun {
    private final Handlers handlers;

    /** What a step came to; {@code end} skips the functions behind it. */
    private sealed interface StepEnd {
        record Value(JsonNode value, boolean end) implements StepEnd {}

        record Error(ResolverError error) implements StepEnd {}
    }

    ResolverRun(Handlers handlers) {
        this.handlers = handlers;
    }

    ResolverAnswer run(FieldResolver resolver) {
        return switch (resolver) {
            case FieldResolver.Unit(Step step) ->
                switch (run(step)) {
                    case StepEnd.Value(JsonNode value, boolean _) -> handlers.answer(value);
                    case StepEnd.Error(ResolverError error) -> handlers.failure(error);
                };
            case FieldResolver.Pipeline pipeline -> run(pipeline);
        };
    }

    private ResolverAnswer run(FieldResolver.Pipeline pipeline) {
        return switch (handlers.request(pipeline.code())) {
            case Returned(JsonNode value) -> runFunctions(pipeline, value);
            case ReturnedEarly(JsonNode value, SkipTo _) -> after(pipeline, value);
            case Failed(ResolverError error) -> handlers.failure(error);
        };
    }

    private ResolverAnswer runFunctions(FieldResolver.Pipeline pipeline, JsonNode before) {
        JsonNode previous = before;
        for (Step function : pipeline.functions()) {
            handlers.passOn(previous);
            switch (run(function)) {
                case StepEnd.Value(JsonNode value, boolean end) -> {
                    previous = value;
                    if (end) {
                        return after(pipeline, previous);
                    }
                }
                case StepEnd.Error(ResolverError error) -> {
                    return handlers.failure(error);
                }
            }
        }
        return after(pipeline, previous);
    }

    private ResolverAnswer after(FieldResolver.Pipeline pipeline, JsonNode last) {
        handlers.end(last);
        return switch (end(handlers.response(pipeline.code()))) {
            case StepEnd.Value(JsonNode value, boolean _) -> handlers.answer(value);
            case StepEnd.Error(ResolverError error) -> handlers.failure(error);
        };
    }

    private StepEnd run(Step step) {
        Evaluation.Outcome request = handlers.request(step.code());
        if (!(request instanceof Returned(JsonNode document))) {
            return end(request);
        }
        handlers.put(step.dataSource().run(document, step.sync()));
        return end(handlers.response(step.code()));
    }

    private static StepEnd end(Evaluation.Outcome outcome) {
        return switch (outcome) {
            case Returned(JsonNode value) -> new StepEnd.Value(orNull(value), false);
            case ReturnedEarly(JsonNode value, SkipTo skipTo) -> new StepEnd.Value(orNull(value), skipTo == SkipTo.END);
            case Failed(ResolverError error) -> new StepEnd.Error(error);
        };
    }

    private static JsonNode orNull(JsonNode value) {
        return value == null ? NullNode.instance : value;
    }
}
