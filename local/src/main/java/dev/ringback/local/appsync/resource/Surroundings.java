package dev.ringback.local.appsync.resource;

import dev.ringback.appsyncjs.Code;
import dev.ringback.local.appsync.DataSource;
import dev.ringback.local.appsync.dynamodb.DeltaSync;
import dev.ringback.local.cognito.IssuerKeys;
import dev.ringback.local.iam.AccessKeys;
import dev.ringback.local.iam.Principal;
import dev.ringback.local.iam.Roles;
import java.time.Clock;
import java.util.Optional;

/** What APIs need of the rest of the local cloud. */
public record Surroundings(
        Compiler compiler, Tables tables, Roles roles, IssuerKeys userPools, AccessKeys accessKeys, Clock clock) {
    /** Reads APPSYNC_JS code. */
    public interface Compiler {
        Code compile(String name, String source);
    }

    /** Opens tables to resolvers. */
    public interface Tables {
        /** @param role as whom the table is used */
        DataSource open(Principal role, String table, Optional<DeltaSync> delta);
    }
}
