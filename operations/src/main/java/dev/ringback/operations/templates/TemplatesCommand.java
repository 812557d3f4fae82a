package dev.ringback.operations.templates;

import dev.ringback.operations.NotPossible;
import dev.ringback.operations.cloud.Stacks;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes the templates of the stacks that are deployed, beside which those of a cloud assembly can be laid. */
public final class TemplatesCommand {
    private static final String SUFFIX = ".template.json";

    private final Stacks stacks;
    private final PrintStream out;

    public TemplatesCommand(Stacks stacks, PrintStream out) {
        this.stacks = stacks;
        this.out = out;
    }

    /** 0; a stack that is not deployed has no file in the target. */
    public int run(Path assembly, Path target) {
        try {
            List<String> names = names(assembly);
            Files.createDirectories(target);
            int deployed = 0;
            for (String name : names) {
                Optional<String> template = stacks.template(name);
                if (template.isPresent()) {
                    Files.writeString(target.resolve(name + SUFFIX), template.get());
                    deployed++;
                }
            }
            out.println(deployed + " of " + names.size() + " stacks are deployed in " + stacks.region() + ".");
            return 0;
        } catch (IOException e) {
            throw new NotPossible("the templates in " + assembly + " cannot be read, or " + target + " not written.");
        }
    }

    private static List<String> names(Path assembly) throws IOException {
        try (Stream<Path> files = Files.list(assembly)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }
}
