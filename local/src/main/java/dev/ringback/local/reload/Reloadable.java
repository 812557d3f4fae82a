package dev.ringback.local.reload;

import dev.ringback.local.assembly.Assembly;
import java.util.List;

/** What runs, and can in part be replaced while it does. */
public interface Reloadable {
    /** What the assembly has otherwise than what runs, and only a restart can replace. */
    List<String> beyondReload(Assembly assembly);

    /**
     * Replaces what can be replaced; if that fails, everything stays as it is.
     *
     * @return whether there was anything to replace
     */
    boolean reload(Assembly assembly);
}
