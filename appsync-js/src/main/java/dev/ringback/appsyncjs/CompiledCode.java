package dev.ringback.appsyncjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** A module with its two handlers. */
final class CompiledCode implements Code {
    private static final JsonNode NONE = NullNode.getInstance();

    private final Source module;
    private final Sandbox sandbox;

    CompiledCode(Source module, Sandbox sandbox) {
        this.module = module;
        this.sandbox = sandbox;
    }

    /** Runs the top level once, to see that it holds both handlers. */
    void check() {
        try {
            sandbox.run(this::checkHandlers);
        } catch (PolyglotException error) {
            throw new InvalidCode(message(error));
        } catch (TimeLimit.TimeUp stopped) {
            throw new InvalidCode(message(stopped));
        }
    }

    private Value checkHandlers(Globals globals) {
        Value exports = globals.load(module);
        for (String handler : List.of("request", "response")) {
            if (!exports.hasMember(handler) || !exports.getMember(handler).canExecute()) {
                throw new InvalidCode("%s: exports no function %s".formatted(module.getName(), handler));
            }
        }
        return exports;
    }

    @Override
    public Evaluation request(ObjectNode context) {
        return evaluate("request", context);
    }

    @Override
    public Evaluation response(ObjectNode context) {
        return evaluate("response", context);
    }

    private Evaluation evaluate(String handler, ObjectNode ctx) {
        try {
            return sandbox.run(globals -> evaluate(globals, handler, ctx));
        } catch (PolyglotException error) {
            return Report.nothingBut(failure(message(error)), ctx);
        } catch (TimeLimit.TimeUp stopped) {
            return Report.nothingBut(failure(message(stopped)), ctx);
        }
    }

    private Evaluation evaluate(Globals globals, String handler, ObjectNode ctx) {
        try {
            globals.run(globals.load(module).getMember(handler), handler, ctx.toString());
        } catch (PolyglotException error) {
            return Report.of(globals.report()).failed(failure(message(error)));
        }
        return Report.of(globals.report()).evaluation();
    }

    private static ResolverError failure(String message) {
        return new ResolverError(message, "Code", NONE, NONE);
    }

    private String message(PolyglotException error) {
        String what = Objects.requireNonNullElse(error.getMessage(), "failed")
                .lines()
                .findFirst()
                .orElse("failed");
        return "%s: %s".formatted(Positions.of(error, module).orElse(module.getName()), what);
    }

    private String message(TimeLimit.TimeUp stopped) {
        return "%s: %s".formatted(module.getName(), stopped.getMessage());
    }
}
