package dev.ringback.local.assembly;

import dev.ringback.local.aws.Account;
import dev.ringback.local.stack.Template;
import java.nio.file.Path;
import java.util.List;

/**
 * A synthesized cloud assembly.
 *
 * @param stacks each behind those it depends on
 */
public record Assembly(Account account, List<Template> stacks, Assets assets) {
    /** @throws AssemblyException when the folder holds none, or one that cannot run on one machine */
    public static Assembly read(Path folder) {
        return new AssemblyReader(folder).read();
    }
}
