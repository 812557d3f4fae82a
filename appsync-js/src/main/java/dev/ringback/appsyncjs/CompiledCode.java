package dev.ringback.appsyncjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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
            sandbox.run(globals -> {
                Value handlers = globals.load(module);
                for (String handler : List.of("request", "response")) {
                    if (!handlers.hasMember(handler)
                            || !handlers.getMember(handler).canExecute()) {
                        throw new InvalidCode("%s: exports no function %s".formatted(module.getName(), handler));
                    }
                }
                return handlers;
            });
        } catch (PolyglotException error) {
            throw new InvalidCode(message(error));
        }
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
        } catch (PolyglotException stopped) {
            return Report.nothingBut(failure(stopped), ctx);
        }
    }

    private Evaluation evaluate(Globals globals, String handler, ObjectNode ctx) {
        try {
            Value handlers = globals.load(module);
            globals.run(handlers.getMember(handler), handler, ctx.toString());
        } catch (PolyglotException error) {
            if (error.isCancelled()) {
                throw error;
            }
            return Report.of(globals.report()).failed(failure(error));
        }
        return Report.of(globals.report()).evaluation();
    }

    private ResolverError failure(PolyglotException error) {
        return new ResolverError(message(error), "Code", NONE, NONE);
    }

    private String message(PolyglotException error) {
        if (error.isCancelled()) {
            return "%s: stopped after %s ms"
                    .formatted(module.getName(), sandbox.longest().toMillis());
        }
        String what = error.getMessage().lines().findFirst().orElse("");
        return "%s: %s".formatted(Positions.of(error, module).orElse(module.getName()), what);
    }
}
