package dev.ringback.local.logs;

import dev.ringback.local.aws.Account;
import dev.ringback.local.stack.Provisioned;
import dev.ringback.local.stack.ResourceDeclaration;
import dev.ringback.local.stack.ResourceProvider;
import java.util.Map;
import java.util.Set;

/** Log groups in name only: what functions write goes to the console. */
public final class LogsProvider implements ResourceProvider {
    private final Account account;

    public LogsProvider(Account account) {
        this.account = account;
    }

    @Override
    public Set<String> types() {
        return Set.of("AWS::Logs::LogGroup");
    }

    @Override
    public Provisioned create(ResourceDeclaration declaration) {
        String name = declaration.properties().path("LogGroupName").asText(declaration.name(512));
        return new Provisioned(name, Map.of("Arn", arn(account, name)));
    }

    /** With the star that CloudFormation puts behind it, so that it covers the group's streams. */
    public static String arn(Account account, String logGroup) {
        return account.arn("logs", "log-group:" + logGroup + ":*");
    }
}
