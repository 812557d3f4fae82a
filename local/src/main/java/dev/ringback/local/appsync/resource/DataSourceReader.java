package dev.ringback.local.appsync.resource;

import dev.ringback.local.appsync.DataSource;
import dev.ringback.local.appsync.dynamodb.DeltaSync;
import dev.ringback.local.aws.Account;
import dev.ringback.local.iam.ConditionKeys;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.iam.Role;
import dev.ringback.local.stack.StackFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads the data sources of an API. */
final class DataSourceReader {
    private static final String SERVICE = "appsync.amazonaws.com";
    // As CloudTrail shows it.
    private static final String SESSION = "APPSYNC_ASSUME_ROLE";

    private final Surroundings surroundings;
    private final Account account;
    private final String apiArn;

    DataSourceReader(Surroundings surroundings, Account account, String apiArn) {
        this.surroundings = surroundings;
        this.account = account;
        this.apiArn = apiArn;
    }

    DataSource read(Part part) {
        Properties properties = part.properties();
        String type = properties.text("Type");
        return switch (type) {
            case "NONE" -> new NoSource();
            case "AMAZON_DYNAMODB" -> table(properties);
            default -> throw new StackFailure("The local runtime does not know the data source type " + type + ".");
        };
    }

    private DataSource table(Properties properties) {
        Properties config = properties
                .part("DynamoDBConfig")
                .only(Set.of("TableName", "AwsRegion", "UseCallerCredentials", "Versioned", "DeltaSyncConfig"));
        config.expect("AwsRegion", account.region());
        config.expect("UseCallerCredentials", "false");
        Optional<DeltaSync> delta = config.isTrue("Versioned") ? Optional.of(delta(config)) : Optional.empty();
        return surroundings.tables().open(role(properties.text("ServiceRoleArn")), config.text("TableName"), delta);
    }

    private static DeltaSync delta(Properties config) {
        Properties delta =
                config.part("DeltaSyncConfig").only(Set.of("BaseTableTTL", "DeltaSyncTableName", "DeltaSyncTableTTL"));
        return new DeltaSync(
                delta.text("DeltaSyncTableName"),
                Duration.ofMinutes(delta.number("BaseTableTTL")),
                Duration.ofMinutes(delta.number("DeltaSyncTableTTL")));
    }

    private Principal role(String arn) {
        Role role =
                surroundings.roles().withArn(arn).orElseThrow(() -> new StackFailure("There is no role " + arn + "."));
        if (!role.mayBeAssumedBy(SERVICE, ConditionKeys.from(apiArn, account.id()))) {
            throw new StackFailure("The data source's role cannot be assumed by " + SERVICE + ".");
        }
        return role.session(SESSION);
    }
}
