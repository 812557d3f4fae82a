package dev.ringback.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.appsyncjs.Code;
import dev.ringback.appsyncjs.Evaluation;
import dev.ringback.appsyncjs.Evaluation.Failed;
import dev.ringback.appsyncjs.Evaluation.Returned;
import dev.ringback.appsyncjs.Evaluation.ReturnedEarly;
import dev.ringback.appsyncjs.Evaluation.SkipTo;
import dev.ringback.appsyncjs.ResolverError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** One run of a field's resolver. */
final class Resolution {
    private final ObjectNode context = Json.object();
    private final Queue<Answer> answers;
    private final List<JsonNode> sent = new ArrayList<>();
    private Optional<JsonNode> filter = Optional.empty();

    Resolution(String field, JsonNode caller, JsonNode arguments, List<Answer> answers) {
        this.answers = new ArrayDeque<>(answers);
        String[] names = field.split("\\.");
        context.set("arguments", arguments);
        context.set("identity", caller);
        context.putObject("stash");
        context.putObject("info").put("parentTypeName", names[0]).put("fieldName", names[1]);
    }

    Run run(Optional<Code> pipeline, List<Field.Step> steps) {
        try {
            JsonNode value = pipeline.isPresent() ? pipeline(pipeline.get(), steps) : step(steps.getFirst());
            return new Run(sent, value, Optional.empty(), filter);
        } catch (Refused refused) {
            return new Run(sent, NullNode.getInstance(), Optional.of(refused.error), filter);
        }
    }

    private JsonNode pipeline(Code resolver, List<Field.Step> steps) {
        evaluated(resolver.request(context));
        for (Field.Step step : steps) {
            JsonNode value = step(step);
            context.putObject("prev").set("result", value);
        }
        context.set("result", context.at("/prev/result"));
        return value(evaluated(resolver.response(context)));
    }

    private JsonNode step(Field.Step step) {
        context.remove(List.of("result", "error"));
        Evaluation request = evaluated(step.code().request(context));
        if (request.outcome() instanceof ReturnedEarly early) {
            if (early.skipTo() == SkipTo.END) {
                throw new AssertionError("no function here ends its pipeline");
            }
            return early.value();
        }
        answer(step.dataSource(), value(request));
        return value(evaluated(step.code().response(context)));
    }

    private void answer(String dataSource, JsonNode request) {
        if (dataSource.equals("None")) {
            context.set("result", request.path("payload"));
            return;
        }
        sent.add(request);
        switch (answers.remove()) {
            case Answer.Result(JsonNode value) -> context.set("result", value);
            case Answer.Failure(String type, String message, JsonNode data) -> {
                context.set("result", data);
                context.putObject("error").put("type", type).put("message", message);
            }
        }
    }

    private Evaluation evaluated(Evaluation evaluation) {
        if (evaluation.outcome() instanceof Failed(ResolverError error)) {
            throw new Refused(error);
        }
        context.set("stash", evaluation.stash());
        filter = evaluation.subscriptionFilter().or(() -> filter);
        return evaluation;
    }

    private static JsonNode value(Evaluation evaluation) {
        return ((Returned) evaluation.outcome()).value();
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ResolverError error;

        Refused(ResolverError error) {
            super(error.message());
            this.error = error;
        }
    }
}
