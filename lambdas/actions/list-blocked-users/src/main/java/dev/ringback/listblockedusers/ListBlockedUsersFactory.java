package dev.ringback.listblockedusers;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.block.BlockStore;

/** Makes {@link ListBlockedUsers}. */
public final class ListBlockedUsersFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        return new ListBlockedUsers(ports.get(BlockStore.class));
    }
}
