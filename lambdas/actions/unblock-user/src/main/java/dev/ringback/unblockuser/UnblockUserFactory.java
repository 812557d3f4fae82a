package dev.ringback.unblockuser;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.person.People;
import dev.ringback.calling.person.UserIds;

/** Makes {@link UnblockUser}. */
public final class UnblockUserFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        return new UnblockUser(
                new UserIds(ports.get(DeviceStore.class), ports.get(People.class)), ports.get(BlockStore.class));
    }
}
