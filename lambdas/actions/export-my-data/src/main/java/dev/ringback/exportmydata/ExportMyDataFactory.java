package dev.ringback.exportmydata;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.account.OwnedCalls;
import dev.ringback.calling.account.OwnedPeople;
import dev.ringback.calling.account.Users;
import dev.ringback.calling.aws.AwsClients;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.functionkit.Environment;
import dev.ringback.users.CognitoUsers;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Makes {@link ExportMyData}. */
public final class ExportMyDataFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        Users users = new CognitoUsers(
                ports.get(AwsClients.class).build(CognitoIdentityProviderClient.builder()),
                ports.get(Environment.class).text("USER_POOL_ID"));
        return new ExportMyData(new ExportMyData.Parts(
                users,
                ports.get(OwnedPeople.class),
                ports.get(DeviceStore.class),
                ports.get(BlockStore.class),
                ports.get(OwnedCalls.class)));
    }
}
