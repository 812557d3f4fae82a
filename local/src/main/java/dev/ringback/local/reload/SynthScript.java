package dev.ringback.local.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Synthesizes by the repository's own script, as the start did, for the environment this runtime is for. */
public record SynthScript(Path root) implements Synthesis {
    private static final int MOST_LINES = 30;

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
            if (process.waitFor() != 0) {
                throw new IOException(lastLines(log));
            }
        } finally {
            end(process);
        }
    }

    // The folder it writes to is deleted next.
    private static void end(Process process) {
        Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .peek(ProcessHandle::destroy)
                .toList()
                .forEach(each -> each.onExit().join());
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size()));
    }
}
