package dev.ringback.local.assembly;

import dev.ringback.local.aws.Account;
import dev.ringback.local.stack.Template;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * A synthesized cloud assembly.
 *
 * @param stacks each behind those it depends on
 * @param synthesized no later change of the sources is in it
 */
public record Assembly(Account account, List<Template> stacks, Assets assets, FileTime synthesized) {
    /** @throws AssemblyException when the folder holds none, or one that cannot run on one machine */
    public static Assembly read(Path folder) {
        return new AssemblyReader(folder).read();
    }
}
