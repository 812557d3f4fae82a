package dev.ringback.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ringback.actionkit.ActionManifest;
import dev.ringback.actionkit.FunctionKind;
import java.util.Locale;

/**
 * One action, as its module's jar has it.
 *
 * @param request the schema of its fields, without {@code action}
 * @param answer the schema of the answer
 */
record DescribedAction(ActionManifest manifest, ObjectNode request, ObjectNode answer) {
    String name() {
        return manifest.action();
    }

    boolean isOwn() {
        return manifest.function() == FunctionKind.OWN;
    }

    /** The path it is posted to. */
    String path() {
        return isOwn() ? "/api/" + name() : "/api";
    }

    String requestSchema() {
        return capitalized() + "Request";
    }

    String answerSchema() {
        return capitalized() + "Answer";
    }

    private String capitalized() {
        return name().substring(0, 1).toUpperCase(Locale.ROOT) + name().substring(1);
    }
}
