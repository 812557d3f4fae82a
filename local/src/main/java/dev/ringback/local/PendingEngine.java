package dev.ringback.local;

import dev.ringback.appsyncjs.AppSyncJs;
import dev.ringback.appsyncjs.Code;
import dev.ringback.local.appsync.resource.Surroundings;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The resolvers' engine, which gets ready while other things happen. */
final class PendingEngine implements Surroundings.Compiler, AutoCloseable {
    /** Loads and runs what every resolver needs, which takes a second or two the first time. */
    private static final String FIRST = "export function request() {}\nexport function response() {}";

    private final CompletableFuture<AppSyncJs> engine;

    private PendingEngine(CompletableFuture<AppSyncJs> engine) {
        this.engine = engine;
    }

    static PendingEngine start() {
        return start(PendingEngine::ready);
    }

    static PendingEngine start(Supplier<AppSyncJs> ready) {
        // A platform thread: hardly anything of this waits, and virtual ones have requests to serve.
        Executor thread =
                task -> Thread.ofPlatform().daemon().name("resolver engine").start(task);
        return new PendingEngine(CompletableFuture.supplyAsync(ready, thread));
    }

    private static AppSyncJs ready() {
        AppSyncJs engine = AppSyncJs.start();
        try {
            engine.compile("first", FIRST);
            return engine;
        } catch (RuntimeException | Error e) {
            engine.close();
            throw e;
        }
    }

    @Override
    public Code compile(String name, String source) {
        return engine.join().compile(name, source);
    }

    @Override
    public void close() {
        // Whoever needed an engine that did not start has been told.
        engine.handle((started, failure) -> Optional.ofNullable(started)).join().ifPresent(AppSyncJs::close);
    }
}
