package dev.ringback.appsyncjs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.appsyncjs.Evaluation.Failed;
import dev.ringback.appsyncjs.Evaluation.Outcome;
import dev.ringback.appsyncjs.Evaluation.Returned;
import dev.ringback.appsyncjs.Evaluation.ReturnedEarly;
import dev.ringback.appsyncjs.Evaluation.SkipTo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What {@code evaluation.js} reports of an evaluation. */
record Report(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Report of(String text) {
        try {
            return new Report(JSON.readTree(text));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An evaluation that could not report: only its error, and the stash as it was before. */
    static Evaluation nothingBut(ResolverError error, ObjectNode ctx) {
        ObjectNode stash = ctx.path("stash") instanceof ObjectNode before ? before.deepCopy() : JSON.createObjectNode();
        return new Evaluation(new Failed(error), stash, List.of(), Optional.empty(), List.of());
    }

    Evaluation evaluation() {
        return with(outcome(json.get("end")));
    }

    Evaluation failed(ResolverError error) {
        return with(new Failed(error));
    }

    private Evaluation with(Outcome outcome) {
        return new Evaluation(
                outcome,
                (ObjectNode) json.get("stash"),
                each("appended").map(Report::error).toList(),
                Optional.of(json.get("subscriptionFilter")).filter(filter -> !filter.isNull()),
                each("log").map(JsonNode::asText).toList());
    }

    private Stream<JsonNode> each(String list) {
        return StreamSupport.stream(json.get(list).spliterator(), false);
    }

    private static Outcome outcome(JsonNode end) {
        return switch (end.get("kind").asText()) {
            case "returned" -> new Returned(orNull(end.get("value")));
            case "returnedEarly" ->
                new ReturnedEarly(
                        orNull(end.get("value")),
                        SkipTo.valueOf(end.get("skipTo").asText()));
            default -> new Failed(error(end.get("error")));
        };
    }

    private static ResolverError error(JsonNode error) {
        return new ResolverError(
                error.get("message").asText(),
                error.path("type").textValue(),
                orNull(error.get("data")),
                orNull(error.get("info")));
    }

    private static JsonNode orNull(JsonNode node) {
        return node == null ? NullNode.getInstance() : node;
    }
}
