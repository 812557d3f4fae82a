package dev.ringback.local.cognito;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The user pools of the account. */
public final class UserPools implements IssuerKeys {
    private final String region;
    private final String account;
    private final Optional<Path> folder;
    private final Supplier<PoolKeys> newKeys;
    private final Clock clock;
    private final Map<String, UserPool> byId = new ConcurrentHashMap<>();

    /** @param folder where users and keys outlive a restart; without one they do not */
    public UserPools(String region, String account, Optional<Path> folder, Clock clock) {
        this(region, account, folder, PoolKeys::generate, clock);
    }

    UserPools(String region, String account, Optional<Path> folder, Supplier<PoolKeys> newKeys, Clock clock) {
        this.region = region;
        this.account = account;
        this.folder = folder;
        this.newKeys = newKeys;
        this.clock = clock;
    }

    @Override
    public Optional<JWKSet> keysOf(String issuer) {
        return byIssuer(issuer).map(pool -> pool.keys().publicKeys());
    }

    UserPool create(String poolId, PoolSettings settings) {
        UserPool pool = new UserPool(
                poolId, "https://" + providerName(poolId), settings, new PoolFile(folder, poolId), newKeys, clock);
        byId.put(poolId, pool);
        return pool;
    }

    String region() {
        return region;
    }

    String arn(String poolId) {
        return "arn:aws:cognito-idp:" + region + ":" + account + ":userpool/" + poolId;
    }

    String providerName(String poolId) {
        return "cognito-idp." + region + ".amazonaws.com/" + poolId;
    }

    Optional<UserPool> find(String poolId) {
        return Optional.ofNullable(byId.get(poolId));
    }

    Optional<UserPool> byIssuer(String issuer) {
        return byId.values().stream()
                .filter(pool -> pool.issuer().equals(issuer))
                .findFirst();
    }

    UserPool get(String poolId) {
        return find(poolId).orElseThrow(() -> CognitoErrors.notFound("User pool " + poolId + " does not exist."));
    }

    /** The client that an unsigned request names, with its pool. */
    ClientInPool client(String clientId) {
        return byId.values().stream()
                .flatMap(pool -> pool.client(clientId).map(client -> new ClientInPool(client, pool)).stream())
                .findFirst()
                .orElseThrow(() -> CognitoErrors.notFound("User pool client " + clientId + " does not exist."));
    }

    record ClientInPool(AppClient client, UserPool pool) {}
}
