package dev.ringback.blockuser;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.calling.person.People;
import dev.ringback.calling.person.UserIds;
import java.time.Clock;

/** Makes {@link BlockUser}. */
public final class BlockUserFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        UserIds users = new UserIds(ports.get(DeviceStore.class), ports.get(People.class));
        return new BlockUser(
                new Culprits(users, ports.get(CallStore.class)), ports.get(BlockStore.class), ports.get(Clock.class));
    }
}
