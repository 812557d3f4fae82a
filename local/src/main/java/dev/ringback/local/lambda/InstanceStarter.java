package dev.ringback.local.lambda;

import dev.ringback.local.aws.Account;
import dev.ringback.local.gateway.HttpListener;
import dev.ringback.local.iam.AccessKeys;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts the processes of functions, each with its own place at the Lambda Runtime API. */
final class InstanceStarter implements AutoCloseable {
    // More than any event or answer.
    private static final int LONGEST_BODY = 8 * 1024 * 1024;
    // Lambda gives 10 s, or 130 s before a snapshot; a laptop that builds meanwhile is slower.
    private static final Duration INIT_LIMIT = Duration.ofSeconds(130);

    private final RuntimeApi runtimeApi = new RuntimeApi();
    private final HttpListener listener;
    private final JavaCommand command;
    private final FunctionEnvironment environment;
    private final AccessKeys keys;
    private final Consumer<String> console;

    InstanceStarter(RuntimeJars jars, Account account, String gatewayUrl, AccessKeys keys, Consumer<String> console)
            throws IOException {
        this.command = new JavaCommand(jars);
        this.environment = new FunctionEnvironment(account, gatewayUrl);
        this.keys = keys;
        this.console = console;
        this.listener = HttpListener.start(0, LONGEST_BODY, runtimeApi);
    }

    FunctionInstance instance(FunctionSpec spec, FunctionInstance.Watcher watcher) {
        FunctionConsole lines = new FunctionConsole(spec, console);
        return new FunctionInstance(spec, keys.issue(spec.principal()), lines, new Leaving(watcher));
    }

    void start(FunctionSpec spec, FunctionInstance instance) throws IOException {
        runtimeApi.add(instance);
        ProcessBuilder builder = new ProcessBuilder(command.of(spec))
                .directory(spec.taskRoot().toFile())
                .redirectErrorStream(true);
        Map<String, String> variables = builder.environment();
        variables.clear();
        variables.putAll(
                environment.of(spec, instance.credentials(), "127.0.0.1:" + listener.port() + "/" + instance.id()));
        instance.start(builder, INIT_LIMIT);
    }

    @Override
    public void close() {
        listener.close();
    }

    /** Takes an instance that has ended off the Lambda Runtime API. */
    private final class Leaving implements FunctionInstance.Watcher {
        private final FunctionInstance.Watcher watcher;

        Leaving(FunctionInstance.Watcher watcher) {
            this.watcher = watcher;
        }

        @Override
        public void idle(FunctionInstance instance) {
            watcher.idle(instance);
        }

        @Override
        public void ended(FunctionInstance instance, Optional<Outcome> initFailure) {
            runtimeApi.remove(instance);
            keys.revoke(instance.credentials());
            watcher.ended(instance, initFailure);
        }
    }
}
