package dev.ringback.appsyncjs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyObject;

/** Where handlers run: each time in globals of its own, without the machine around it, and for a limited time. */
final class Sandbox implements AutoCloseable {
    private static final String MODULE = "application/javascript+module";

    private final Engine engine = Engine.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    private final BundledModules modules = new BundledModules();
    private final IOAccess modulesAlone =
            IOAccess.newBuilder().fileSystem(modules).build();
    private final Source evaluation = module("evaluation.js", modules.text("evaluation.js"));
    private final ProxyObject java;
    private final TimeLimit limit;
    private final EvaluationThreads threads =
            new EvaluationThreads(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final PreparedGlobals prepared = new PreparedGlobals(this::prepare);

    Sandbox(Clock clock, Duration longest) {
        this.java = JavaFunctions.of(clock);
        this.limit = new TimeLimit(longest);
    }

    Code compile(String name, String text) {
        Syntax syntax = Syntax.of(name, text);
        syntax.refuseWhatIsLeftOut();
        syntax.refuseImportsNotIn(modules);
        CompiledCode code = new CompiledCode(module(name, text), this);
        code.check();
        return code;
    }

    /** Gives {@code work} fresh globals, for as long as the limit allows. */
    <T> T run(Function<Globals, T> work) {
        return threads.run(() -> evaluate(work));
    }

    private <T> T evaluate(Function<Globals, T> work) {
        Globals globals = prepared.take();
        try (Context context = globals.context()) {
            return limit.run(context, () -> work.apply(globals));
        }
    }

    private Globals prepare() {
        Context context = open();
        context.getBindings("js").putMember("java", java);
        return new Globals(context, context.eval(evaluation));
    }

    private Context open() {
        return Context.newBuilder("js")
                .engine(engine)
                .allowHostAccess(HostAccess.NONE)
                .allowPolyglotAccess(PolyglotAccess.NONE)
                .allowIO(modulesAlone)
                .allowExperimentalOptions(true)
                .option("js.esm-eval-returns-exports", "true")
                .option("js.disable-eval", "true")
                .option("js.locale", "en-US")
                .option("js.stack-trace-limit", "100")
                .timeZone(ZoneOffset.UTC)
                .build();
    }

    private static Source module(String name, String text) {
        try {
            return Source.newBuilder("js", text, name).mimeType(MODULE).build();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Stops what runs; what still waits for a thread then finds the engine closed. */
    @Override
    public void close() {
        threads.refuse();
        engine.close(true);
        threads.close();
        prepared.close();
        limit.close();
    }
}
