package dev.ringback.local;

import dev.ringback.local.appsync.resource.AppSyncProvider;
import dev.ringback.local.assembly.Assembly;
import dev.ringback.local.reload.Reloadable;
import dev.ringback.local.stack.Stacks;
import java.util.List;
import java.util.function.Supplier;

/** The GraphQL APIs, which are made again of changed templates while everything else runs on. */
final class ReloadableDirectory implements Reloadable {
    private final Stacks stacks;
    private final Supplier<AppSyncProvider> providers;
    private AppSyncProvider running;

    /** @param providers gives a provider that has made nothing yet */
    ReloadableDirectory(Stacks stacks, AppSyncProvider running, Supplier<AppSyncProvider> providers) {
        this.stacks = stacks;
        this.running = running;
        this.providers = providers;
    }

    @Override
    public List<String> beyondReload(Assembly assembly) {
        return stacks.differences(assembly.stacks(), running.types());
    }

    @Override
    public boolean reload(Assembly assembly) {
        AppSyncProvider next = providers.get();
        stacks.recreate(assembly.stacks(), next);
        if (next.declarations().equals(running.declarations())) {
            return false;
        }
        next.commit();
        running = next;
        return true;
    }
}
