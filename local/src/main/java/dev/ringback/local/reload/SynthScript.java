package dev.ringback.local.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Synthesizes by the repository's own script, as the start did, for the environment this runtime is for.
 *
 * @param longest how long the script may take
 */
public record SynthScript(Path root, Duration longest) implements Synthesis {
    private static final int MOST_LINES = 30;
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    @Override
    public void into(Path folder) throws IOException, InterruptedException {
        Path log = folder.resolveSibling("synth.log");
        ProcessBuilder builder = new ProcessBuilder(root.resolve("infra/synth").toString(), "local", folder.toString())
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // As at the start: the validation takes seconds, and has its place in the tests.
        builder.environment().put("CDK_VALIDATION", "false");
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(longest)) {
                throw new IOException(
                        "infra/synth took longer than " + longest.toSeconds() + " seconds.\n" + lastLines(log));
            }
            if (process.exitValue() != 0) {
                throw new IOException(lastLines(log));
            }
        } finally {
            end(process);
        }
    }

    // The folder it writes to is deleted next. What the script started is no child of ours: once the script is gone, it
    // leaves the process table when init looks after it, which in a container may be late or never. A killed one writes
    // nothing, so that wait has an end.
    private static void end(Process process) throws InterruptedException {
        List<ProcessHandle> started = process.descendants().toList();
        Stream.concat(started.stream(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroy);
        if (!process.waitFor(LONGEST_END)) {
            process.destroyForcibly().waitFor();
        }
        started.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(started.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, LONGEST_END.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
    }
}
