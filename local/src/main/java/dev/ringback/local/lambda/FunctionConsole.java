package dev.ringback.local.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** What CloudWatch would show of one instance of a function: its own lines, and Lambda's around them. */
final class FunctionConsole {
    private final FunctionSpec spec;
    private final Consumer<String> console;

    FunctionConsole(FunctionSpec spec, Consumer<String> console) {
        this.spec = spec;
        this.console = console;
    }

    void line(String text) {
        console.accept(spec.label() + " | " + text);
    }

    void started(Invocation invocation) {
        line("START RequestId: " + invocation.requestId() + " Version: " + spec.version());
    }

    void ended(Invocation invocation, Duration duration) {
        line("END RequestId: " + invocation.requestId());
        double milliseconds = duration.toNanos() / 1e6;
        line(String.format(
                Locale.ROOT,
                "REPORT RequestId: %s Duration: %.2f ms Billed Duration: %d ms Memory Size: %d MB",
                invocation.requestId(),
                milliseconds,
                (long) Math.ceil(milliseconds),
                spec.memoryMb()));
    }

    void initialized(Duration duration) {
        line(String.format(Locale.ROOT, "INIT_REPORT Init Duration: %.2f ms", duration.toNanos() / 1e6));
    }

    /** Shows what the process writes, until it ends. */
    void follow(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                line(text);
            }
        } catch (IOException closed) {
            // The process has been killed; there is nothing more to show.
        }
    }
}
