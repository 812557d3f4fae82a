package dev.ringback.local.appsync.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.appsyncjs.Code;
import dev.ringback.appsyncjs.Evaluation;
import dev.ringback.appsyncjs.ResolverError;
import dev.ringback.local.appsync.DataSourceAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The handlers of one resolver's run: their context, and what they leave beside their values. */
final class Handlers {
    private final ObjectNode context;
    private final Consumer<String> log;
    private final List<ResolverError> errors = new ArrayList<>();
    private Optional<JsonNode> filter = Optional.empty();

    /** @param context {@code ctx} as it is when the run starts */
    Handlers(ObjectNode context, Consumer<String> log) {
        this.context = context;
        this.log = log;
        context.putObject("stash");
    }

    Evaluation.Outcome request(Code code) {
        return note(code.request(context));
    }

    Evaluation.Outcome response(Code code) {
        return note(code.response(context));
    }

    private Evaluation.Outcome note(Evaluation evaluation) {
        context.set("stash", evaluation.stash());
        errors.addAll(evaluation.appended());
        filter = evaluation.subscriptionFilter().or(() -> filter);
        evaluation.log().forEach(log);
        return evaluation.outcome();
    }

    /** What the handlers get as {@code ctx.result}, and as {@code ctx.error} if there is one. */
    void put(DataSourceAnswer answer) {
        switch (answer) {
            case DataSourceAnswer.Result(JsonNode value) -> context.set("result", value);
            case DataSourceAnswer.Failure(String type, String message, JsonNode data) -> {
                context.putObject("error").put("message", message).put("type", type);
                context.set("result", data);
            }
        }
    }

    /** What the next function, or the resolver after the last one, gets as {@code ctx.prev}. */
    void passOn(JsonNode value) {
        context.remove(List.of("result", "error"));
        context.set("prev", JsonNodeFactory.instance.objectNode().set("result", value));
    }

    /** After the last function AppSync gives its value as {@code ctx.result} as well. */
    void end(JsonNode value) {
        passOn(value);
        context.set("result", value);
    }

    ResolverAnswer answer(JsonNode value) {
        return new ResolverAnswer(value, List.copyOf(errors), false, filter);
    }

    ResolverAnswer failure(ResolverError error) {
        errors.add(error);
        return new ResolverAnswer(JsonNodeFactory.instance.nullNode(), List.copyOf(errors), true, filter);
    }
}
