package dev.ringback.appsyncjs;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** The globals of one evaluation, with the module {@code evaluation.js} in them. */
record Globals(Context context, Value evaluation) {

    /** Runs the module; gives what it exports. */
    Value load(Source module) {
        return context.eval(module);
    }

    void run(Value handler, String name, String ctx) {
        evaluation.getMember("run").executeVoid(handler, name, ctx);
    }

    /** What the evaluation left behind, as JSON. */
    String report() {
        return evaluation.getMember("report").execute().asString();
    }
}
