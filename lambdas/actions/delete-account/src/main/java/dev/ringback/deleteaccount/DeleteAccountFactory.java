package dev.ringback.deleteaccount;

import dev.ringback.actionkit.Action;
import dev.ringback.actionkit.ActionFactory;
import dev.ringback.actionkit.Ports;
import dev.ringback.calling.Pause;
import dev.ringback.calling.account.AccountDeletion;
import dev.ringback.calling.account.GoneAccounts;
import dev.ringback.calling.account.OwnedCalls;
import dev.ringback.calling.account.OwnedPeople;
import dev.ringback.calling.account.PeopleErasure;
import dev.ringback.calling.account.Users;
import dev.ringback.calling.aws.AwsClients;
import dev.ringback.calling.block.BlockStore;
import dev.ringback.calling.call.CallEnding;
import dev.ringback.calling.call.CallStore;
import dev.ringback.calling.device.DeviceStore;
import dev.ringback.functionkit.Environment;
import dev.ringback.telemetry.Telemetry;
import dev.ringback.users.CognitoUsers;
import java.time.Clock;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Makes {@link DeleteAccount}. */
public final class DeleteAccountFactory implements ActionFactory {
    @Override
    public Action<?, ?> create(Ports ports) {
        Users users = new CognitoUsers(
                ports.get(AwsClients.class).build(CognitoIdentityProviderClient.builder()),
                ports.get(Environment.class).text("USER_POOL_ID"));
        return new DeleteAccount(deletion(ports, users), ports.get(Telemetry.class));
    }

    private static AccountDeletion deletion(Ports ports, Users users) {
        AccountDeletion.Parts parts = new AccountDeletion.Parts(
                ports.get(GoneAccounts.class),
                ports.get(DeviceStore.class),
                ports.get(CallStore.class),
                ports.get(CallEnding.class),
                ports.get(OwnedCalls.class),
                ports.get(BlockStore.class),
                ports.get(OwnedPeople.class),
                ports.get(PeopleErasure.class),
                users);
        return new AccountDeletion(parts, ports.get(Clock.class), ports.get(Pause.class));
    }
}
