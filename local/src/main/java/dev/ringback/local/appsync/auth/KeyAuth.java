package dev.ringback.local.appsync.auth;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.ringback.local.appsync.ApiCaller;
import dev.ringback.local.appsync.AuthRefused;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Takes the keys of an API as long as they are good. */
public final class KeyAuth {
    private final Map<String, Instant> expiries;
    private final Clock clock;

    /** @param expiries by key */
    public KeyAuth(Map<String, Instant> expiries, Clock clock) {
        this.expiries = Map.copyOf(expiries);
        this.clock = clock;
    }

    ApiCaller authenticate(String key) throws AuthRefused {
        Instant expiry = expiries.getOrDefault(key, Instant.MIN);
        if (!expiry.isAfter(clock.instant())) {
            throw new AuthRefused("You are not authorized to make this call.");
        }
        return new ApiCaller.KeyHolder(NullNode.instance);
    }
}
